package dev.daybook.order.payment;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.order.contract.PaymentId;
import dev.daybook.order.task.DurableTasks;
import dev.daybook.order.task.Sender;
import java.io.Serializable;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Has the provider asked, until it gives a definite answer; asking for the same task again is harmless. */
@Component
public class PaymentTasks {
    static final TaskDescriptor<PaymentWork> CAPTURE = TaskDescriptor.of("capture-payment", PaymentWork.class);
    static final TaskDescriptor<PaymentWork> REFUND = TaskDescriptor.of("refund-payment", PaymentWork.class);

    private final DurableTasks tasks;

    PaymentTasks(DurableTasks tasks) {
        this.tasks = tasks;
    }

    /** The provider is to take {@code amount}. */
    public void capture(PaymentId payment, OrderId order, Money amount, String method) {
        ensure(CAPTURE, payment, order, amount, method);
    }

    /** The provider is to give {@code amount} back. */
    public void refund(PaymentId payment, OrderId order, Money amount) {
        ensure(REFUND, payment, order, amount, "");
    }

    private void ensure(
            TaskDescriptor<PaymentWork> task, PaymentId payment, OrderId order, Money amount, String method) {
        var work = new PaymentWork(
                payment.value(),
                order.value(),
                amount.minorUnits(),
                amount.currency(),
                method,
                Sender.travellingMetadata());
        tasks.ensure(task.instance(payment.value()).data(work).build());
    }

    /** What a task has to know; plain types, so that any serializer of db-scheduler can keep it. */
    record PaymentWork(
            String paymentId,
            String orderId,
            long minorUnits,
            String currency,
            String method,
            Map<String, String> metadata)
            implements Serializable {
        PaymentId payment() {
            return new PaymentId(paymentId);
        }

        OrderId order() {
            return new OrderId(orderId);
        }

        Money amount() {
            return new Money(minorUnits, currency);
        }
    }
}
