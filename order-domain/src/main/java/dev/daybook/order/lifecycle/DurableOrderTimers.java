package dev.daybook.order.lifecycle;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.order.lifecycle.OrderLifecycle.Step;
import dev.daybook.order.task.DurableTasks;
import dev.daybook.order.task.Sender;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Timers as db-scheduler tasks, named by order and step. */
@Component
class DurableOrderTimers implements OrderTimers {
    static final TaskDescriptor<StepDue> TASK = TaskDescriptor.of("order-timer", StepDue.class);

    private final DurableTasks tasks;

    DurableOrderTimers(DurableTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void schedule(OrderId order, Step step, Instant dueAt) {
        var due = new StepDue(order.value(), step, dueAt, Sender.travellingMetadata());
        tasks.schedule(TASK.instance(name(order, step)).data(due).build(), dueAt);
    }

    @Override
    public void cancel(OrderId order, Step step) {
        tasks.cancel(TASK.instanceId(name(order, step)));
    }

    private static String name(OrderId order, Step step) {
        return order + ":" + step;
    }

    /** What a timer is for; plain types, so that any serializer of db-scheduler can keep it. */
    record StepDue(String orderId, Step step, Instant dueAt, Map<String, String> metadata) implements Serializable {
        OrderId order() {
            return new OrderId(orderId);
        }
    }
}
