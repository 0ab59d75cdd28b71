package dev.daybook.catalog.contract;

import java.time.Instant;

/** What happened to the stock of a product. */
public sealed interface StockEvent {
    ProductId productId();

    /** The stock was opened. */
    record StockRegistered(ProductId productId, int quantity, Instant at) implements StockEvent {}

    /** More came onto the shelf. */
    record StockReceived(ProductId productId, String movementId, int quantity, Instant at) implements StockEvent {}

    /** What is on hand was corrected. */
    record StockAdjusted(ProductId productId, String movementId, int delta, String reason, Instant at)
            implements StockEvent {}

    /** A quantity was set aside for an order. */
    record StockReserved(ProductId productId, OrderId orderId, int quantity, Instant at)
            implements StockEvent, ConcernsOrder {}

    /** There was not enough for an order. */
    record StockRejected(ProductId productId, OrderId orderId, int requested, int available, Instant at)
            implements StockEvent, ConcernsOrder {}

    /** What was reserved for an order left the shelf. */
    record StockDispatched(ProductId productId, OrderId orderId, int quantity, Instant at)
            implements StockEvent, ConcernsOrder {}

    /** What was reserved for an order is available again; 0 where nothing was, so that nothing will be. */
    record StockReleased(ProductId productId, OrderId orderId, int quantity, Instant at)
            implements StockEvent, ConcernsOrder {}

    /** What had been dispatched for an order came back onto the shelf. */
    record StockReturned(ProductId productId, OrderId orderId, int quantity, Instant at)
            implements StockEvent, ConcernsOrder {}
}
