package dev.daybook.cart.contract;

import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a customer may ask of their cart. All answer with a {@link CartReceipt}. */
public sealed interface CartCommand {
    CustomerId customerId();

    @TargetAggregateIdentifier
    default CartId cartId() {
        return CartId.of(customerId());
    }

    /** Puts {@code quantity} more of a product in; a repeat of {@code additionId} (any unique string) is harmless. */
    record AddCartItem(
            CustomerId customerId, String additionId, ProductId productId, String name, Money unitPrice, int quantity)
            implements CartCommand {}

    /** Sets how many of a product are in. */
    record ChangeCartItemQuantity(CustomerId customerId, ProductId productId, int quantity) implements CartCommand {}

    /** Takes a product out. */
    record RemoveCartItem(CustomerId customerId, ProductId productId) implements CartCommand {}

    /** Takes everything out. */
    record ClearCart(CustomerId customerId) implements CartCommand {}

    /**
     * Turns the cart into an order, at the prices quoted now.
     *
     * @param orderId the order to be; a repeat with an id the cart remembers is harmless
     * @param quotes one for each product in the cart
     */
    record CheckOutCart(
            CustomerId customerId,
            OrderId orderId,
            List<Quote> quotes,
            String paymentMethod,
            boolean acceptPriceChanges)
            implements CartCommand {}
}
