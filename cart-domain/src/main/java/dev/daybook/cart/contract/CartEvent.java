package dev.daybook.cart.contract;

import dev.daybook.catalog.contract.ConcernsOrder;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductId;
import java.time.Instant;
import java.util.List;

/** What happened to a cart. */
public sealed interface CartEvent {
    CartId cartId();

    CustomerId customerId();

    /** A product was put in; {@code quantity} is what came, {@code newQuantity} what the line holds now. */
    record CartItemAdded(
            CartId cartId,
            CustomerId customerId,
            String additionId,
            ProductId productId,
            String name,
            Money unitPrice,
            int quantity,
            int newQuantity,
            Instant at)
            implements CartEvent {}

    /** A line holds another quantity. */
    record CartItemQuantityChanged(CartId cartId, CustomerId customerId, ProductId productId, int quantity, Instant at)
            implements CartEvent {}

    /** A line was taken out. */
    record CartItemRemoved(CartId cartId, CustomerId customerId, ProductId productId, Instant at)
            implements CartEvent {}

    /** Everything was taken out. */
    record CartCleared(CartId cartId, CustomerId customerId, Instant at) implements CartEvent {}

    /** The cart became an order, and is empty again. Lines carry the prices at which it is sold. */
    record CartCheckedOut(
            CartId cartId,
            CustomerId customerId,
            OrderId orderId,
            List<CartLine> items,
            Money total,
            String paymentMethod,
            Instant at)
            implements CartEvent, ConcernsOrder {}
}
