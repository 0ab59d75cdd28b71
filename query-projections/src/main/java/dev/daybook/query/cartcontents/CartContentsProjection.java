package dev.daybook.query.cartcontents;

import dev.daybook.cart.contract.CartEvent;
import dev.daybook.cart.contract.CartEvent.CartCheckedOut;
import dev.daybook.cart.contract.CartEvent.CartCleared;
import dev.daybook.cart.contract.CartEvent.CartItemAdded;
import dev.daybook.cart.contract.CartEvent.CartItemQuantityChanged;
import dev.daybook.cart.contract.CartEvent.CartItemRemoved;
import dev.daybook.cart.contract.CartLine;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.query.Batch;
import dev.daybook.query.BatchRows;
import dev.daybook.query.Micros;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a row for each cart. */
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
        BatchRows<Cart> carts = Batch.changes(Carts.class, Carts::new).carts;
        String cartId = event.cartId().value();
        Cart before = carts.find(cartId).orElse(Cart.NONE);
        if (before.lastSequence() >= sequence) return;
        String customerId = event.customerId().value();
        carts.put(
                cartId,
                switch (event) {
                    case CartItemAdded added ->
                        new Cart(cartId, customerId, put(before.lines(), added), added.at(), sequence);
                    case CartItemQuantityChanged changed ->
                        new Cart(cartId, customerId, change(before.lines(), changed), changed.at(), sequence);
                    case CartItemRemoved removed ->
                        new Cart(
                                cartId,
                                customerId,
                                without(before.lines(), removed.productId()).toList(),
                                removed.at(),
                                sequence);
                    case CartCleared cleared -> new Cart(cartId, customerId, List.of(), cleared.at(), sequence);
                    case CartCheckedOut checkedOut ->
                        new Cart(cartId, customerId, List.of(), checkedOut.at(), sequence);
                });
    }

    @ResetHandler
    void reset() {
        rows.clear("cart_view", "cart_id", slot);
    }

    /** A product that is in the cart keeps its place. */
    private static List<CartLine> put(List<CartLine> lines, CartItemAdded added) {
        CartLine line = new CartLine(added.productId(), added.name(), added.unitPrice(), added.newQuantity());
        return lines.stream().anyMatch(known -> known.productId().equals(added.productId()))
                ? lines.stream()
                        .map(known -> known.productId().equals(added.productId()) ? line : known)
                        .toList()
                : Stream.concat(lines.stream(), Stream.of(line)).toList();
    }

    private static List<CartLine> change(List<CartLine> lines, CartItemQuantityChanged changed) {
        return lines.stream()
                .map(line -> line.productId().equals(changed.productId())
                        ? new CartLine(line.productId(), line.name(), line.unitPrice(), changed.quantity())
                        : line)
                .toList();
    }

    private static Stream<CartLine> without(List<CartLine> lines, ProductId product) {
        return lines.stream().filter(line -> !line.productId().equals(product));
    }

    private record Cart(String cartId, String customerId, List<CartLine> lines, Instant updatedAt, long lastSequence) {
        static final Cart NONE = new Cart("", "", List.of(), Instant.EPOCH, -1);
    }

    private final class Carts implements Batch.Changes {
        private final BatchRows<Cart> carts = new BatchRows<>(this::read);

        @Override
        public void write() {
            rows.save(
                    carts,
                    "insert into cart_view (customer_id, filled, items, updated_at, last_sequence, slot, cart_id)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    "update cart_view set customer_id = ?, filled = ?, items = ?, updated_at = ?, last_sequence = ?"
                            + " where slot = ? and cart_id = ?",
                    this::values);
        }

        private Object[] values(Cart cart) {
            return new Object[] {
                cart.customerId(),
                !cart.lines().isEmpty(),
                CartLines.write(cart.lines()),
                Micros.of(cart.updatedAt()),
                cart.lastSequence(),
                slot.name(),
                cart.cartId()
            };
        }

        private Optional<Cart> read(String cartId) {
            return jdbc.sql("select customer_id, items, updated_at, last_sequence from cart_view"
                            + " where slot = ? and cart_id = ?")
                    .params(slot.name(), cartId)
                    .query((row, number) -> new Cart(
                            cartId,
                            row.getString(1),
                            CartLines.read(row.getString(2)),
                            Micros.toInstant(row.getLong(3)),
                            row.getLong(4)))
                    .optional();
        }
    }
}
