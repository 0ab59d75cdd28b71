package dev.daybook.query.productcatalog;

import dev.daybook.query.Slot;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of product_stock_view, for reading; the projection writes. */
@Entity
@Immutable
@Table(name = "product_stock_view")
@IdClass(ProductRow.Key.class)
@SuppressWarnings("NullAway.Init")
class StockRow {
    @Id
    @Enumerated(EnumType.STRING)
    private Slot slot;

    @Id
    private String productId;

    private int onHand;
    private int reserved;
    private long lastSequence;

    protected StockRow() {} // for JPA

    StockView toView() {
        return new StockView(productId, onHand, reserved, onHand - reserved, lastSequence);
    }
}
