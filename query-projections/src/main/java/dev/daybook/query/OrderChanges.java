package dev.daybook.query;

import dev.daybook.catalog.contract.OrderId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells local listeners that an order changed, on whichever instance it happened. */
public interface OrderChanges {
    /**
     * Calls {@code listener} after every event that concerns {@code order}, until closed. The views may show the change a
     * moment later; the listener must be quick and must not throw.
     */
    Subscription listen(OrderId order, Runnable listener);

    /** Hands every event of any order, and of its payments, to {@code listener}, until closed; else as above. */
    Subscription listenToAll(Consumer<Change> listener);

    /**
     * An order has changed.
     *
     * @param customerId whose the order is, where the event tells
     * @param aggregateId the order itself, or one of its payments
     * @param sequence of the event there
     */
    record Change(OrderId order, @Nullable String customerId, String aggregateId, long sequence) {}

    /** A running subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
