package dev.daybook.query.cartcontents;

import dev.daybook.cart.contract.CartEvent;
import dev.daybook.cart.contract.CartEvent.CartCheckedOut;
import dev.daybook.cart.contract.CartEvent.CartCleared;
import dev.daybook.cart.contract.CartEvent.CartItemAdded;
import dev.daybook.cart.contract.CartEvent.CartItemQuantityChanged;
import dev.daybook.cart.contract.CartEvent.CartItemRemoved;
import dev.daybook.query.Micros;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a row for each cart, and one for each of its lines. */
class CartContentsProjection {
    private final Slot slot;
    private final JdbcClient jdbc;
    private final SlotRows rows;

    CartContentsProjection(Slot slot, JdbcClient jdbc, SlotRows rows) {
        this.slot = slot;
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @EventHandler
    void on(CartEvent event, @SequenceNumber long sequence) {
        String cartId = event.cartId().value();
        Optional<Long> last = last(cartId);
        if (last.isPresent() && last.get() >= sequence) return;
        Instant at = switch (event) {
            case CartItemAdded added -> {
                put(added, sequence);
                yield added.at();
            }
            case CartItemQuantityChanged changed -> {
                change(changed);
                yield changed.at();
            }
            case CartItemRemoved removed -> {
                remove(removed);
                yield removed.at();
            }
            case CartCleared cleared -> {
                empty(cartId);
                yield cleared.at();
            }
            case CartCheckedOut checkedOut -> {
                empty(cartId);
                yield checkedOut.at();
            }
        };
        save(event, last.isPresent(), at, sequence);
    }

    @ResetHandler
    void reset() {
        rows.clear("cart_line_view", "cart_id", slot);
        rows.clear("cart_view", "cart_id", slot);
    }

    private Optional<Long> last(String cartId) {
        return jdbc.sql("select last_sequence from cart_view where slot = ? and cart_id = ?")
                .params(slot.name(), cartId)
                .query(Long.class)
                .optional();
    }

    private void put(CartItemAdded added, long sequence) {
        int updated = jdbc.sql("update cart_line_view set name = ?, unit_price_minor = ?, currency = ?, quantity = ?"
                        + " where slot = ? and cart_id = ? and product_id = ?")
                .params(
                        added.name(),
                        added.unitPrice().minorUnits(),
                        added.unitPrice().currency(),
                        added.newQuantity(),
                        slot.name(),
                        added.cartId().value(),
                        added.productId().value())
                .update();
        if (updated > 0) return;
        jdbc.sql("insert into cart_line_view"
                        + " (slot, cart_id, product_id, put_in, name, unit_price_minor, currency, quantity)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        slot.name(),
                        added.cartId().value(),
                        added.productId().value(),
                        sequence,
                        added.name(),
                        added.unitPrice().minorUnits(),
                        added.unitPrice().currency(),
                        added.newQuantity())
                .update();
    }

    private void change(CartItemQuantityChanged changed) {
        jdbc.sql("update cart_line_view set quantity = ? where slot = ? and cart_id = ? and product_id = ?")
                .params(
                        changed.quantity(),
                        slot.name(),
                        changed.cartId().value(),
                        changed.productId().value())
                .update();
    }

    private void remove(CartItemRemoved removed) {
        jdbc.sql("delete from cart_line_view where slot = ? and cart_id = ? and product_id = ?")
                .params(
                        slot.name(),
                        removed.cartId().value(),
                        removed.productId().value())
                .update();
    }

    private void empty(String cartId) {
        jdbc.sql("delete from cart_line_view where slot = ? and cart_id = ?")
                .params(slot.name(), cartId)
                .update();
    }

    private void save(CartEvent event, boolean known, Instant at, long sequence) {
        String cartId = event.cartId().value();
        boolean filled = jdbc.sql("select count(*) from cart_line_view where slot = ? and cart_id = ?")
                        .params(slot.name(), cartId)
                        .query(Long.class)
                        .single()
                > 0;
        String statement = known
                ? "update cart_view set customer_id = ?, filled = ?, updated_at = ?, last_sequence = ?"
                        + " where slot = ? and cart_id = ?"
                : "insert into cart_view (customer_id, filled, updated_at, last_sequence, slot, cart_id)"
                        + " values (?, ?, ?, ?, ?, ?)";
        jdbc.sql(statement)
                .params(event.customerId().value(), filled, Micros.of(at), sequence, slot.name(), cartId)
                .update();
    }
}
