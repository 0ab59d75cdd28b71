package dev.daybook.order.contract;

import dev.daybook.cart.contract.CustomerId;
import dev.daybook.catalog.contract.ConcernsOrder;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import java.time.Instant;
import java.util.List;

/** What happened to an order. */
public sealed interface OrderEvent extends ConcernsOrder {
    Instant at();

    /** An order was opened; without a captured payment it is cancelled at {@code paymentDueAt}. */
    record OrderCreated(
            OrderId orderId,
            CustomerId customerId,
            List<OrderLine> items,
            Money total,
            String paymentMethod,
            Instant paymentDueAt,
            Instant at)
            implements OrderEvent {}

    /** All lines are reserved. */
    record OrderStockReserved(OrderId orderId, Instant at) implements OrderEvent {}

    /** The customer pays again; attempts count from 1, so the first retry is attempt 2. */
    record OrderPaymentRetried(OrderId orderId, int attempt, String method, Instant at) implements OrderEvent {}

    /** An attempt was declined; the order waits for another until the payment is due. */
    record OrderPaymentDeclined(OrderId orderId, int attempt, String reason, Instant at) implements OrderEvent {}

    /** An attempt was captured; processing starts at {@code processingDueAt} at the earliest. */
    record OrderPaid(OrderId orderId, int attempt, Instant processingDueAt, Instant at) implements OrderEvent {}

    /** The order is being packed; it ships at {@code shipsAt}. */
    record OrderProcessingStarted(OrderId orderId, Instant shipsAt, Instant at) implements OrderEvent {}

    /** The order is on its way; it arrives at {@code deliveryDueAt}. */
    record OrderShipped(OrderId orderId, Instant deliveryDueAt, Instant at) implements OrderEvent {}

    /** The customer has it; it is archived at {@code archivesAt}. */
    record OrderDelivered(OrderId orderId, Instant archivesAt, Instant at) implements OrderEvent {}

    /** The order was called off. */
    record OrderCancelled(OrderId orderId, CancellationReason reason, Actor by, Instant at) implements OrderEvent {}

    /** The order left the active lists. */
    record OrderArchived(OrderId orderId, Instant at) implements OrderEvent {}

    /** A step of the process needs a person. */
    record OrderFlagged(OrderId orderId, String reason, Instant at) implements OrderEvent {}
}
