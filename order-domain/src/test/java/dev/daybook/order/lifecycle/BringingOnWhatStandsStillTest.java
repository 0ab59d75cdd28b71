package dev.daybook.order.lifecycle;

import static dev.daybook.order.lifecycle.Backroom.BROKEN;
import static dev.daybook.order.lifecycle.Backroom.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ReservationStatus;
import dev.daybook.order.contract.CancellationReason;
import dev.daybook.order.contract.LifecycleSettings;
import dev.daybook.order.contract.OrderCommand.CancelOrder;
import dev.daybook.order.contract.OrderCommand.RetryPayment;
import dev.daybook.order.contract.OrderEvent.OrderArchived;
import dev.daybook.order.contract.OrderEvent.OrderCancelled;
import dev.daybook.order.contract.OrderEvent.OrderFlagged;
import dev.daybook.order.contract.OrderEvent.OrderPaymentDeclined;
import dev.daybook.order.contract.PaymentEvent.PaymentCaptured;
import dev.daybook.order.contract.PaymentEvent.PaymentRefundRequested;
import dev.daybook.order.contract.PaymentEvent.PaymentRefunded;
import dev.daybook.order.contract.PaymentEvent.PaymentRequested;
import dev.daybook.order.contract.PaymentId;
import dev.daybook.order.contract.Samples;
import dev.daybook.order.lifecycle.OrderWatch.Watched;
import dev.daybook.order.payment.PaymentTasks;
import dev.daybook.testing.OnBothEngines;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

/** What the watchdog brings about when saga, timer, task or the whole process is lost. */
@OnBothEngines
class BringingOnWhatStandsStillTest {
    @Test
    void carriesACheckoutToItsEndThatNobodyElseHeardOf() {
        try (var room = Backroom.open()) {
            room.stopTheProcess();

            var order = room.checkOut("a", TEA, "yes");

            room.awaitEvent(order, OrderArchived.class);
            room.awaitForgotten(order);
            assertThat(room.story(order)).hasSize(7).doesNotContain("OrderFlagged");
            assertThat(room.provider().captured).containsExactly(PaymentId.of(order, 1));
            assertThat(room.part(Backroom.Stock.class).of(TEA, order)).isEqualTo(ReservationStatus.DISPATCHED);
        }
    }

    @Test
    void asksForTheSecondPaymentWhenTheSagaIsLost() {
        try (var room = Backroom.open()) {
            var order = room.checkOut("b", TEA, "no");
            room.awaitEvent(order, OrderPaymentDeclined.class);
            room.loseSaga(order);

            room.send(new RetryPayment(order, "yes", null));

            room.awaitEvent(order, OrderArchived.class);
            assertThat(room.provider().captured).containsExactly(PaymentId.of(order, 2));
        }
    }

    @Test
    void cancelsWhenThePaymentTimerIsLost() {
        try (var room = Backroom.open("daybook.lifecycle.payment-due=2s")) {
            var order = room.checkOut("c", TEA, "no");
            room.awaitEvent(order, OrderPaymentDeclined.class);
            room.stopTheProcess();
            room.loseTasks("order-timer");

            room.awaitEvent(order, OrderCancelled.class);

            room.awaitForgotten(order);
            assertThat(room.part(Backroom.Stock.class).of(TEA, order)).isEqualTo(ReservationStatus.UNDONE);
        }
    }

    @Test
    void blamesNoOrderForABookThatIsAway() {
        try (var room = Backroom.open("daybook.lifecycle.watchdog.interval=1h")) {
            var watch = room.part(OrderWatch.class);
            var overdue = new OrderId("order-overdue");
            watch.expect(overdue, Instant.EPOCH);
            var away = EmbeddedEventStore.builder()
                    .storageEngine(new InMemoryEventStorageEngine() {
                        @Override
                        public TrackingToken createHeadToken() {
                            throw new EventStoreException("away on purpose");
                        }
                    })
                    .build();
            var watchdog = new OrderWatchdog(
                    watch,
                    away,
                    room.part(PaymentTasks.class),
                    room.part(CommandGateway.class),
                    room.part(LifecycleSettings.class),
                    Clock.systemUTC());

            assertThatThrownBy(watchdog::goRound).hasMessageContaining("away on purpose");

            assertThat(watch.dueUntil(Instant.now(), 10)).contains(new Watched(overdue, null, Instant.EPOCH, 0));
            away.shutDown();
        }
    }

    @Test
    void asksTheProviderAgainWhenTheTaskIsLost() {
        try (var room = Backroom.open(
                "daybook.lifecycle.payment.retry-delay=1h",
                "daybook.lifecycle.payment.max-retry-delay=1h",
                "daybook.lifecycle.watchdog.grace=3s")) {
            room.provider().answers = false;
            var order = room.checkOut("d", TEA, "yes");
            room.awaitEvent(PaymentId.of(order, 1), PaymentRequested.class);
            await("the capture was tried in vain").until(() -> room.tasks("capture-payment") == 1);
            room.stopTheProcess();
            room.loseTasks("capture-payment");
            room.provider().answers = true;

            room.awaitEvent(order, OrderArchived.class);
        }
    }

    @Test
    void givesMoneyAndStockBackWhenNobodyElseDoes() {
        try (var room = Backroom.open("daybook.lifecycle.processing-after=1h")) {
            var order = room.checkOut("e", TEA, "yes");
            var payment = PaymentId.of(order, 1);
            room.awaitEvent(payment, PaymentCaptured.class);
            room.stopTheProcess();

            room.send(new CancelOrder(order, CancellationReason.CHANGED_MIND, Samples.BUYER, null));

            room.awaitEvent(payment, PaymentRefunded.class);
            room.awaitForgotten(order);
            assertThat(room.provider().refunded).containsExactly(payment);
            assertThat(room.part(Backroom.Stock.class).of(TEA, order)).isEqualTo(ReservationStatus.UNDONE);
        }
    }

    @Test
    void leavesARefundToTheTaskThatAsksForIt() {
        try (var room = Backroom.open("daybook.lifecycle.processing-after=1h")) {
            room.provider().refunds = false;
            var order = room.checkOut("f", TEA, "yes");
            var payment = PaymentId.of(order, 1);
            room.awaitEvent(payment, PaymentCaptured.class);

            room.send(new CancelOrder(order, CancellationReason.CHANGED_MIND, Samples.BUYER, null));

            room.awaitEvent(payment, PaymentRefundRequested.class);
            room.awaitPutOff(order);
            assertThat(room.story(order)).doesNotContain("OrderFlagged");

            room.provider().refunds = true;
            room.awaitEvent(payment, PaymentRefunded.class);
            room.awaitForgotten(order);
        }
    }

    @Test
    void isNotTheOneToFlagAProviderThatNeverAnswers() {
        try (var room = Backroom.open("daybook.lifecycle.payment.max-attempts=3")) {
            room.provider().answers = false;
            var order = room.checkOut("i", TEA, "yes");

            room.awaitEvent(order, OrderFlagged.class);

            assertThat(room.flags(order)).containsExactly("capture-unanswered");
            assertThat(room.isWatched(order)).isTrue();
        }
    }

    @Test
    void isNotHeldUpByAnOrderThatFails() {
        try (var room = Backroom.open()) {
            room.stopTheProcess();
            var broken = room.checkOut("g", BROKEN, "yes");
            var sound = room.checkOut("h", TEA, "yes");

            room.awaitEvent(sound, OrderArchived.class);

            room.awaitEvent(broken, OrderFlagged.class);
            assertThat(room.flags(broken)).containsExactly("no-progress");
            assertThat(room.story(broken)).doesNotContain("OrderStockReserved");
            assertThat(room.isWatched(broken)).isTrue();
        }
    }
}
