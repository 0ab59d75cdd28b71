package dev.daybook.query.cartcontents;

import dev.daybook.cart.contract.CartLine;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.query.Slot;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A row of cart_line_view, for reading; the projection writes. */
@Entity
@Immutable
@Table(name = "cart_line_view")
@IdClass(CartLineRow.Key.class)
@SuppressWarnings("NullAway.Init")
class CartLineRow {
    @Id
    @Enumerated(EnumType.STRING)
    private Slot slot;

    @Id
    private String cartId;

    @Id
    private String productId;

    private long putIn;
    private String name;
    private long unitPriceMinor;
    private String currency;
    private int quantity;

    protected CartLineRow() {} // for JPA

    String cartId() {
        return cartId;
    }

    CartLine toLine() {
        return new CartLine(new ProductId(productId), name, new Money(unitPriceMinor, currency), quantity);
    }

    /** The primary key. */
    record Key(Slot slot, String cartId, String productId) implements Serializable {}
}
