package dev.daybook.order.lifecycle;

import dev.daybook.catalog.contract.OrderId;
import dev.daybook.order.lifecycle.OrderLifecycle.Step;
import java.time.Instant;

/** Timers that survive a crash. Both calls are part of the transaction around, and harmless when repeated or late. */
interface OrderTimers {
    /** Has the step's command sent at {@code dueAt}. */
    void schedule(OrderId order, Step step, Instant dueAt);

    void cancel(OrderId order, Step step);
}
