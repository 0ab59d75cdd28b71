package dev.daybook.order.payment;

import dev.daybook.order.contract.PaymentEvent.PaymentRefundRequested;
import dev.daybook.order.lifecycle.OrderLifecycle;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Money that is to be given back is given back by the provider. */
@Component
@ProcessingGroup(OrderLifecycle.PROCESSING_GROUP)
@DisallowReplay
class WhenRefundRequestedThenRefund {
    private final PaymentTasks tasks;

    WhenRefundRequestedThenRefund(PaymentTasks tasks) {
        this.tasks = tasks;
    }

    @EventHandler
    void on(PaymentRefundRequested event) {
        tasks.refund(event.paymentId(), event.orderId(), event.amount());
    }
}
