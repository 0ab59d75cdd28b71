package dev.daybook.order.payment;

import dev.daybook.order.contract.PaymentEvent.PaymentRequested;
import dev.daybook.order.lifecycle.OrderLifecycle;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** A payment that was requested is asked of the provider. */
@Component
@ProcessingGroup(OrderLifecycle.PROCESSING_GROUP)
@DisallowReplay
class WhenPaymentRequestedThenCapture {
    private final PaymentTasks tasks;

    WhenPaymentRequestedThenCapture(PaymentTasks tasks) {
        this.tasks = tasks;
    }

    @EventHandler
    void on(PaymentRequested event) {
        tasks.capture(event.paymentId(), event.orderId(), event.amount(), event.method());
    }
}
