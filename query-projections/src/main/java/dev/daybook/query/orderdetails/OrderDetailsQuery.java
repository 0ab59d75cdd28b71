package dev.daybook.query.orderdetails;

import java.time.Instant;
import java.util.Map;

/** What may be asked about one order. All answer with an optional {@link OrderView}. */
public sealed interface OrderDetailsQuery {
    /** The order now. */
    record FindOrder(String orderId) implements OrderDetailsQuery {}

    /** The order as it stood at an instant, folded from the event store; none before it was created. */
    record FindOrderAt(String orderId, Instant at) implements OrderDetailsQuery {}

    /**
     * The order as some of its events tell it, folded from the event store; none when its creation is not among them.
     *
     * @param upTo ids of the order and of its payments, each with the sequence of its last event that counts
     */
    record FindOrderUpTo(String orderId, Map<String, Long> upTo) implements OrderDetailsQuery {}

    /** The order as its first event left it, folded from the event store; the same answer for ever. */
    record FindOrderAsCreated(String orderId) implements OrderDetailsQuery {}
}
