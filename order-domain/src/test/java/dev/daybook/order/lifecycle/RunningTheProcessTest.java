package dev.daybook.order.lifecycle;

import static dev.daybook.order.lifecycle.Backroom.BROKEN;
import static dev.daybook.order.lifecycle.Backroom.SOLD_OUT;
import static dev.daybook.order.lifecycle.Backroom.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.catalog.contract.ReservationStatus;
import dev.daybook.order.contract.CancellationReason;
import dev.daybook.order.contract.OrderCommand.CancelOrder;
import dev.daybook.order.contract.OrderCommand.RetryPayment;
import dev.daybook.order.contract.OrderEvent.OrderArchived;
import dev.daybook.order.contract.OrderEvent.OrderCancelled;
import dev.daybook.order.contract.OrderEvent.OrderPaymentDeclined;
import dev.daybook.order.contract.OrderEvent.OrderStockReserved;
import dev.daybook.order.contract.PaymentEvent.PaymentRefunded;
import dev.daybook.order.contract.PaymentEvent.PaymentVoided;
import dev.daybook.order.contract.PaymentId;
import dev.daybook.order.contract.Samples;
import dev.daybook.testing.OnBothEngines;
import org.axonframework.config.EventProcessingConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothEngines
class RunningTheProcessTest {
    private final Backroom room = Backroom.open("daybook.lifecycle.watchdog.grace=1h");

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void followsEventsInOneProcessorAndKeepsTheWatchInAnother() {
        assertThat(room.part(EventProcessingConfiguration.class).eventProcessors())
                .containsOnlyKeys(
                        OrderLifecycle.PROCESSING_GROUP, OrderLifecycle.OPENING_GROUP, OrderLifecycle.WATCH_GROUP);
    }

    @Test
    void carriesACheckoutToItsEnd() {
        var order = room.checkOut("a", TEA, "yes");

        room.awaitEvent(order, OrderArchived.class);

        assertThat(room.story(order))
                .containsExactly(
                        "OrderCreated",
                        "OrderStockReserved",
                        "OrderPaid",
                        "OrderProcessingStarted",
                        "OrderShipped",
                        "OrderDelivered",
                        "OrderArchived");
        assertThat(room.part(Backroom.Stock.class).of(TEA, order)).isEqualTo(ReservationStatus.DISPATCHED);
        room.awaitForgotten(order);
        assertThat(room.tasks("order-timer")).isZero();
    }

    @Test
    void cancelsWhatCannotBeReserved() {
        var order = room.checkOut("b", SOLD_OUT, "yes");

        room.awaitEvent(order, OrderCancelled.class);

        assertThat(room.story(order)).containsExactly("OrderCreated", "OrderCancelled");
        assertThat(room.provider().captured).isEmpty();
    }

    @Test
    void isNotHeldUpByAnOrderThatFails() {
        var broken = room.checkOut("broken", BROKEN, "yes");
        var sound = room.checkOut("sound", TEA, "yes");

        room.awaitEvent(sound, OrderArchived.class);
        assertThat(room.story(broken)).containsExactly("OrderCreated");
        assertThat(room.tasks("order-timer")).as("its payment falls due").isOne();
    }

    @Test
    void letsACustomerPayAgain() {
        var order = room.checkOut("c", TEA, "no");
        room.awaitEvent(order, OrderPaymentDeclined.class);

        room.send(new RetryPayment(order, "yes", null));

        room.awaitEvent(order, OrderArchived.class);
        assertThat(room.provider().captured).containsExactly(PaymentId.of(order, 2));
    }

    @Test
    void refundsOnceWhenTheCaptureComesAfterTheCancellation() {
        room.provider().answers = false;
        var order = room.checkOut("d", TEA, "yes");
        var payment = PaymentId.of(order, 1);
        room.awaitEvent(order, OrderStockReserved.class);

        room.send(new CancelOrder(order, CancellationReason.CHANGED_MIND, Samples.BUYER, null));
        room.awaitEvent(payment, PaymentVoided.class);
        room.provider().answers = true;

        room.awaitEvent(payment, PaymentRefunded.class);
        assertThat(room.story(payment.value()))
                .containsExactly(
                        "PaymentRequested",
                        "PaymentVoided",
                        "PaymentCaptured",
                        "PaymentRefundRequested",
                        "PaymentRefunded");
        assertThat(room.provider().refunded).containsExactly(payment);
        assertThat(room.part(Backroom.Stock.class).of(TEA, order)).isEqualTo(ReservationStatus.UNDONE);
    }
}
