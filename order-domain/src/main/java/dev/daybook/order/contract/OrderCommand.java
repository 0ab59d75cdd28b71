package dev.daybook.order.contract;

import dev.daybook.cart.contract.CustomerId;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.jspecify.annotations.Nullable;

/** What the outside, or the process, may ask of an order. All answer with an {@link OrderReceipt}. */
public sealed interface OrderCommand {
    @TargetAggregateIdentifier
    OrderId orderId();

    /** The sequence the caller last saw; an order that has moved on refuses as a conflict. Null: any. */
    @TargetAggregateVersion
    default @Nullable Long expectedVersion() {
        return null;
    }

    /** Opens the order that a checkout promised. */
    record CreateOrder(OrderId orderId, CustomerId customerId, List<OrderLine> items, Money total, String paymentMethod)
            implements OrderCommand {}

    /** All lines are reserved. */
    record ConfirmStock(OrderId orderId) implements OrderCommand {}

    /** Pays again after a decline. */
    record RetryPayment(
            OrderId orderId, String method, @Nullable Long expectedVersion) implements OrderCommand {}

    /** An attempt to pay was captured. */
    record ConfirmPayment(OrderId orderId, int attempt) implements OrderCommand {}

    /** An attempt to pay was declined, so that another may be made. */
    record ConfirmDecline(OrderId orderId, int attempt, String reason) implements OrderCommand {}

    /** The next step after payment. */
    record StartProcessing(OrderId orderId, @Nullable Long expectedVersion) implements OrderCommand {}

    /** Hands the order to the carrier. */
    record ShipOrder(OrderId orderId, @Nullable Long expectedVersion) implements OrderCommand {}

    /** The customer has it. */
    record DeliverOrder(OrderId orderId, @Nullable Long expectedVersion) implements OrderCommand {}

    /** Calls the order off; {@code by} says who asked. */
    record CancelOrder(
            OrderId orderId,
            CancellationReason reason,
            Actor by,
            @Nullable Long expectedVersion) implements OrderCommand {}

    /** Takes a delivered order off the active lists. */
    record ArchiveOrder(OrderId orderId) implements OrderCommand {}

    /** Asks for a person: a step of the process does not come to an end by itself. */
    record FlagOrder(OrderId orderId, String reason) implements OrderCommand {}
}
