package dev.daybook.query.productcatalog;

import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductEvent;
import dev.daybook.catalog.contract.ProductEvent.ProductAdded;
import dev.daybook.catalog.contract.ProductEvent.ProductDetailsChanged;
import dev.daybook.catalog.contract.ProductEvent.ProductDiscontinued;
import dev.daybook.catalog.contract.ProductEvent.ProductRepriced;
import dev.daybook.catalog.contract.StockEvent;
import dev.daybook.catalog.contract.StockEvent.StockAdjusted;
import dev.daybook.catalog.contract.StockEvent.StockDispatched;
import dev.daybook.catalog.contract.StockEvent.StockReceived;
import dev.daybook.catalog.contract.StockEvent.StockRegistered;
import dev.daybook.catalog.contract.StockEvent.StockRejected;
import dev.daybook.catalog.contract.StockEvent.StockReleased;
import dev.daybook.catalog.contract.StockEvent.StockReserved;
import dev.daybook.catalog.contract.StockEvent.StockReturned;
import dev.daybook.query.Batch;
import dev.daybook.query.BatchRows;
import dev.daybook.query.Micros;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps a row for each product and one for each stock. The first event of a stock may come before the first of its product;
 * what can be sold is copied into the product's row, for the lists.
 */
class ProductCatalogProjection {
    private static final int LONGEST_SORT_NAME = 300;

    private final Slot slot;
    private final JdbcClient jdbc;
    private final SlotRows rows;

    ProductCatalogProjection(Slot slot, JdbcClient jdbc, SlotRows rows) {
        this.slot = slot;
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @EventHandler
    void on(ProductEvent event, @SequenceNumber long sequence) {
        String productId = event.productId().value();
        Optional<Known> known = known(productId);
        if (known.isPresent() && known.get().lastSequence() >= sequence) return;
        if (known.isEmpty() && !(event instanceof ProductAdded))
            throw new IllegalStateException(productId + " was never added");
        switch (event) {
            case ProductAdded added -> add(added, sequence);
            case ProductDetailsChanged changed ->
                update(
                        productId,
                        "name = :name, sort_name = :sortName, description = :description, category = :category,"
                                + " manufacturer = :manufacturer, search_text = :searchText",
                        Map.of(
                                "name", changed.name(),
                                "sortName", sortName(changed.name()),
                                "description", changed.description(),
                                "category", changed.category(),
                                "manufacturer", changed.manufacturer(),
                                "searchText",
                                        searchText(
                                                changed.name(),
                                                known.orElseThrow().sku(),
                                                changed.manufacturer(),
                                                changed.description())),
                        Micros.of(changed.at()),
                        sequence);
            case ProductRepriced repriced ->
                update(
                        productId,
                        "price_minor = :minor, currency = :currency, price = :price",
                        Map.of(
                                "minor", repriced.newPrice().minorUnits(),
                                "currency", repriced.newPrice().currency(),
                                "price", repriced.newPrice().toDecimal()),
                        Micros.of(repriced.at()),
                        sequence);
            case ProductDiscontinued discontinued ->
                update(productId, "discontinued = true", Map.of(), Micros.of(discontinued.at()), sequence);
        }
    }

    @EventHandler
    void on(StockEvent event, @SequenceNumber long sequence) {
        switch (event) {
            case StockRegistered registered -> move(event, registered.quantity(), 0, sequence);
            case StockReceived received -> move(event, received.quantity(), 0, sequence);
            case StockAdjusted adjusted -> move(event, adjusted.delta(), 0, sequence);
            case StockReserved reserved -> move(event, 0, reserved.quantity(), sequence);
            case StockRejected rejected -> move(event, 0, 0, sequence);
            case StockDispatched dispatched -> move(event, -dispatched.quantity(), -dispatched.quantity(), sequence);
            case StockReleased released -> move(event, 0, -released.quantity(), sequence);
            case StockReturned returned -> move(event, returned.quantity(), 0, sequence);
        }
    }

    @ResetHandler
    void reset() {
        rows.clear("product_view", "product_id", slot);
        rows.clear("product_stock_view", "product_id", slot);
    }

    private Optional<Known> known(String productId) {
        return jdbc.sql("select sku, last_sequence from product_view where slot = ? and product_id = ?")
                .params(slot.name(), productId)
                .query((row, number) -> new Known(row.getString(1), row.getLong(2)))
                .optional();
    }

    private void add(ProductAdded added, long sequence) {
        Level level = levels().find(added.productId().value()).orElse(Level.NONE);
        Money price = added.price();
        jdbc.sql(
                        "insert into product_view (slot, product_id, sku, name, sort_name, description, category, manufacturer,"
                                + " search_text, price_minor, currency, price, available, discontinued, created_at, updated_at,"
                                + " last_sequence, stock_sequence)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?, ?, ?)")
                .params(
                        slot.name(),
                        added.productId().value(),
                        added.sku(),
                        added.name(),
                        sortName(added.name()),
                        added.description(),
                        added.category(),
                        added.manufacturer(),
                        searchText(added.name(), added.sku(), added.manufacturer(), added.description()),
                        price.minorUnits(),
                        price.currency(),
                        price.toDecimal(),
                        level.available(),
                        Micros.of(added.at()),
                        Micros.of(added.at()),
                        sequence,
                        level.lastSequence())
                .update();
    }

    private void update(String productId, String changes, Map<String, ?> values, long at, long sequence) {
        jdbc.sql("update product_view set " + changes + ", updated_at = :at, last_sequence = :sequence"
                        + " where slot = :slot and product_id = :productId")
                .params(values)
                .param("at", at)
                .param("sequence", sequence)
                .param("slot", slot.name())
                .param("productId", productId)
                .update();
    }

    private void move(StockEvent event, int onHand, int reserved, long sequence) {
        BatchRows<Level> levels = levels();
        String productId = event.productId().value();
        Level before = levels.find(productId).orElse(Level.NONE);
        if (before.lastSequence() < sequence)
            levels.put(
                    productId, new Level(productId, before.onHand() + onHand, before.reserved() + reserved, sequence));
    }

    private BatchRows<Level> levels() {
        return Batch.changes(Stocks.class, Stocks::new).levels;
    }

    private final class Stocks implements Batch.Changes {
        private final BatchRows<Level> levels = new BatchRows<>(ProductCatalogProjection.this::level);

        @Override
        public void write() {
            rows.save(
                    levels,
                    "insert into product_stock_view (on_hand, reserved, last_sequence, slot, product_id)"
                            + " values (?, ?, ?, ?, ?)",
                    "update product_stock_view set on_hand = ?, reserved = ?, last_sequence = ?"
                            + " where slot = ? and product_id = ?",
                    this::values);
            copyToProducts(levels.added().values());
            copyToProducts(levels.changed().values());
        }

        private Object[] values(Level level) {
            return new Object[] {level.onHand(), level.reserved(), level.lastSequence(), slot.name(), level.productId()
            };
        }

        private void copyToProducts(Collection<Level> changed) {
            rows.write(
                    "update product_view set available = ?, stock_sequence = ? where slot = ? and product_id = ?",
                    changed,
                    level -> new Object[] {level.available(), level.lastSequence(), slot.name(), level.productId()});
        }
    }

    private Optional<Level> level(String productId) {
        return jdbc.sql("select on_hand, reserved, last_sequence from product_stock_view"
                        + " where slot = ? and product_id = ?")
                .params(slot.name(), productId)
                .query((row, number) -> new Level(productId, row.getInt(1), row.getInt(2), row.getLong(3)))
                .optional();
    }

    private static String sortName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.length() > LONGEST_SORT_NAME ? lower.substring(0, LONGEST_SORT_NAME) : lower;
    }

    private static String searchText(String... texts) {
        return String.join("\n", texts).toLowerCase(Locale.ROOT);
    }

    private record Known(String sku, long lastSequence) {}

    private record Level(String productId, int onHand, int reserved, long lastSequence) {
        static final Level NONE = new Level("", 0, 0, -1);

        int available() {
            return onHand - reserved;
        }
    }
}
