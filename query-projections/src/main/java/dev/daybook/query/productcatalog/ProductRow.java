package dev.daybook.query.productcatalog;

import dev.daybook.catalog.contract.Money;
import dev.daybook.query.Micros;
import dev.daybook.query.Slot;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import org.hibernate.annotations.Immutable;

/** A row of product_view, for reading; the projection writes. */
@Entity
@Immutable
@Table(name = "product_view")
@IdClass(ProductRow.Key.class)
@SuppressWarnings("NullAway.Init")
class ProductRow {
    @Id
    @Enumerated(EnumType.STRING)
    private Slot slot;

    @Id
    private String productId;

    private String sku;
    private String name;
    private String sortName;
    private String description;
    private String category;
    private String manufacturer;
    private String searchText;
    private long priceMinor;
    private String currency;
    private BigDecimal price;
    private int available;
    private boolean discontinued;
    private long createdAt;
    private long updatedAt;
    private long lastSequence;
    private long stockSequence;

    protected ProductRow() {} // for JPA

    ProductView toView() {
        return new ProductView(
                productId,
                sku,
                name,
                description,
                category,
                manufacturer,
                new Money(priceMinor, currency),
                available,
                discontinued,
                Micros.toInstant(createdAt),
                Micros.toInstant(updatedAt),
                lastSequence,
                stockSequence);
    }

    /** What the row is listed by in {@code sort}, with the id that breaks ties. */
    Object[] keyIn(ProductSort sort) {
        return switch (sort) {
            case NAME, NAME_DESC -> new Object[] {sortName, productId};
            case PRICE, PRICE_DESC -> new Object[] {price, productId};
            case NEWEST -> new Object[] {createdAt, productId};
        };
    }

    /** The primary key. */
    record Key(Slot slot, String productId) implements Serializable {}
}
