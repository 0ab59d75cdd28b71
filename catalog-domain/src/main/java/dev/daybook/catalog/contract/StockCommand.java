package dev.daybook.catalog.contract;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What the outside may ask of the stock of a product. All answer with a {@link StockReceipt}. */
public sealed interface StockCommand {
    ProductId productId();

    @TargetAggregateIdentifier
    default StockId stockId() {
        return StockId.of(productId());
    }

    /** Opens the stock of a new product with {@code quantity} >= 0 on hand. */
    record RegisterStock(ProductId productId, int quantity) implements StockCommand {}

    /** Puts {@code quantity} > 0 on the shelf; a repeat of {@code movementId} is harmless. */
    record ReceiveStock(ProductId productId, String movementId, int quantity) implements StockCommand {}

    /** Corrects what is on hand by {@code delta} != 0; a repeat of {@code movementId} is harmless. */
    record AdjustStock(ProductId productId, String movementId, int delta, String reason) implements StockCommand {}

    /** Sets {@code quantity} > 0 aside for an order, or rejects it; one answer per order, for ever. */
    record ReserveStock(ProductId productId, OrderId orderId, int quantity) implements StockCommand {}

    /** Sends what is reserved for an order off the shelf. */
    record DispatchStock(ProductId productId, OrderId orderId) implements StockCommand {}

    /**
     * Gives up what an order holds: released when still on the shelf, taken back when dispatched.
     *
     * @param shipped how many went with an order that has shipped, else 0; what holds for a stock that remembers the order
     *     no longer, because so many were dispatched after it
     */
    record UndoStock(ProductId productId, OrderId orderId, int shipped) implements StockCommand {
        public UndoStock(ProductId productId, OrderId orderId) {
            this(productId, orderId, 0);
        }
    }
}
