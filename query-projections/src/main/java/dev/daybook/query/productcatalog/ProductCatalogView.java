package dev.daybook.query.productcatalog;

import dev.daybook.catalog.contract.ProductEvent;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.StockEvent;
import dev.daybook.catalog.contract.StockId;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import dev.daybook.query.View;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ProductCatalogView implements View {
    static final String NAME = "productcatalog";

    private final JdbcClient jdbc;
    private final SlotRows rows;

    ProductCatalogView(JdbcClient jdbc, SlotRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object projection(Slot slot) {
        return new ProductCatalogProjection(slot, jdbc, rows);
    }

    /** A product and its stock in one sequence, because they share a row. */
    @Override
    public SequencingPolicy<? super EventMessage<?>> sequencing() {
        return event -> switch (event.getPayload()) {
            case ProductEvent product -> product.productId().value();
            case StockEvent stock -> stock.productId().value();
            default -> event.getIdentifier();
        };
    }

    @Override
    public boolean shows(Slot slot, String aggregateId, long sequence) {
        if (aggregateId.startsWith(ProductId.PREFIX))
            return rows.show("product_view", "product_id", slot, aggregateId, sequence);
        if (aggregateId.startsWith(StockId.PREFIX)) {
            String productId = ProductId.PREFIX + aggregateId.substring(StockId.PREFIX.length());
            return rows.show("product_stock_view", "product_id", slot, productId, sequence);
        }
        return true; // nothing else feeds this view
    }
}
