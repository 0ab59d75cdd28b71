package dev.daybook.order.lifecycle;

import dev.daybook.cart.contract.CartEvent.CartCheckedOut;
import dev.daybook.order.contract.OrderEvent.OrderArchived;
import dev.daybook.order.contract.OrderEvent.OrderCancelled;
import dev.daybook.order.contract.OrderEvent.OrderCreated;
import dev.daybook.order.contract.OrderEvent.OrderDelivered;
import dev.daybook.order.contract.OrderEvent.OrderPaid;
import dev.daybook.order.contract.OrderEvent.OrderPaymentRetried;
import dev.daybook.order.contract.OrderEvent.OrderProcessingStarted;
import dev.daybook.order.contract.OrderEvent.OrderShipped;
import dev.daybook.order.contract.PaymentEvent.PaymentRefundRequested;
import dev.daybook.order.contract.PaymentEvent.PaymentRefunded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps the watch up to date; may be started from any point, also from the first event. */
@Component
@ProcessingGroup(OrderLifecycle.WATCH_GROUP)
class OrderWatchFeed {
    private final OrderWatch watch;

    OrderWatchFeed(OrderWatch watch) {
        this.watch = watch;
    }

    @EventHandler
    void on(CartCheckedOut event) {
        watch.expectFrom(event.cartId(), event.orderId(), event.at());
    }

    @EventHandler
    void on(OrderCreated event) {
        watch.expect(event.orderId(), event.at());
    }

    @EventHandler
    void on(OrderPaymentRetried event) {
        watch.expect(event.orderId(), event.at());
    }

    @EventHandler
    void on(OrderPaid event) {
        watch.expect(event.orderId(), event.processingDueAt());
    }

    @EventHandler
    void on(OrderProcessingStarted event) {
        watch.expect(event.orderId(), event.shipsAt());
    }

    @EventHandler
    void on(OrderShipped event) {
        watch.expect(event.orderId(), event.deliveryDueAt());
    }

    @EventHandler
    void on(OrderDelivered event) {
        watch.expect(event.orderId(), event.archivesAt());
    }

    @EventHandler
    void on(OrderCancelled event) {
        watch.expect(event.orderId(), event.at());
    }

    /** Also after the order was forgotten: a capture that came after the cancellation. */
    @EventHandler
    void on(PaymentRefundRequested event) {
        watch.expect(event.orderId(), event.at());
    }

    @EventHandler
    void on(PaymentRefunded event) {
        watch.expect(event.orderId(), event.at());
    }

    @EventHandler
    void on(OrderArchived event) {
        watch.forget(event.orderId());
    }
}
