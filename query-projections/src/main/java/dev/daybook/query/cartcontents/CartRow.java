package dev.daybook.query.cartcontents;

import dev.daybook.cart.contract.CartLine;
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
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A row of cart_view, for reading; the projection writes. */
@Entity
@Immutable
@Table(name = "cart_view")
@IdClass(CartRow.Key.class)
@SuppressWarnings("NullAway.Init")
class CartRow {
    private static final String CURRENCY_OF_NOTHING = "USD";

    @Id
    @Enumerated(EnumType.STRING)
    private Slot slot;

    @Id
    private String cartId;

    private String customerId;
    private boolean filled;
    private String items;
    private long updatedAt;
    private long lastSequence;

    protected CartRow() {} // for JPA

    String cartId() {
        return cartId;
    }

    CartView toView() {
        List<CartLine> lines = CartLines.read(items);
        Money total = lines.stream()
                .map(line -> line.unitPrice().times(line.quantity()))
                .reduce(Money::plus)
                .orElseGet(() -> Money.zero(CURRENCY_OF_NOTHING));
        return new CartView(cartId, customerId, lines, total, Micros.toInstant(updatedAt), lastSequence);
    }

    /** The primary key. */
    record Key(Slot slot, String cartId) implements Serializable {}
}
