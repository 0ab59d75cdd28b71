package dev.daybook.query;

import dev.daybook.catalog.contract.OrderId;

/** Tells local listeners that an order changed, on whichever instance it happened. */
public interface OrderChanges {
    /**
     * Calls {@code listener} after every event that concerns {@code order}, until closed. The views may show the change a
     * moment later; the listener must be quick and must not throw.
     */
    Subscription listen(OrderId order, Runnable listener);

    /** A running subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
