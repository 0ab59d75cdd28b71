package dev.daybook.order.lifecycle;

import static dev.daybook.order.contract.Actor.LIFECYCLE;
import static dev.daybook.order.contract.CancellationReason.OUT_OF_STOCK;
import static dev.daybook.order.contract.Samples.LAPTOP;
import static dev.daybook.order.contract.Samples.MOUSE;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.at;
import static dev.daybook.order.contract.Samples.cancelled;
import static dev.daybook.order.contract.Samples.captured;
import static dev.daybook.order.contract.Samples.created;
import static dev.daybook.order.contract.Samples.declined;
import static dev.daybook.order.contract.Samples.paid;
import static dev.daybook.order.contract.Samples.paymentRetried;
import static dev.daybook.order.contract.Samples.processingStarted;
import static dev.daybook.order.contract.Samples.refundRequested;
import static dev.daybook.order.contract.Samples.refunded;
import static dev.daybook.order.contract.Samples.requested;
import static dev.daybook.order.contract.Samples.shipped;
import static dev.daybook.order.contract.Samples.stockReserved;
import static dev.daybook.order.lifecycle.OrderLifecycle.Step.DELIVER;
import static dev.daybook.order.lifecycle.OrderLifecycle.Step.PAYMENT_DUE;
import static dev.daybook.order.lifecycle.OrderLifecycle.Step.SHIP;
import static dev.daybook.order.lifecycle.OrderLifecycle.Step.START_PROCESSING;
import static dev.daybook.order.lifecycle.OrderLifecycleFixture.forOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.catalog.contract.ConcernsOrder;
import dev.daybook.catalog.contract.ReservationStatus;
import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import dev.daybook.catalog.contract.StockCommand.UndoStock;
import dev.daybook.catalog.contract.StockEvent.StockReleased;
import dev.daybook.catalog.contract.StockEvent.StockReserved;
import dev.daybook.order.contract.OrderCommand.CancelOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HearingThingsTwiceTest {
    private static final StockReserved LAPTOP_RESERVED = new StockReserved(LAPTOP, ORDER, 1, at(0));
    private static final StockReserved MOUSE_RESERVED = new StockReserved(MOUSE, ORDER, 2, at(0));

    @Test
    void neitherReservesNorPaysAgain() {
        forOrder().given(created()).when(created()).expectNoCommands().expectTimer(PAYMENT_DUE, at(900));
        forOrder().given(created()).when(LAPTOP_RESERVED).expectNoCommands();
        forOrder()
                .given(created(), LAPTOP_RESERVED, MOUSE_RESERVED)
                .when(MOUSE_RESERVED)
                .expectNoCommands();
        forOrder().given(created()).when(stockReserved()).expectNoCommands();
        forOrder().given(created(), captured(1)).when(captured(1)).expectNoCommands();
        forOrder().given(created(), declined(1)).when(declined(1)).expectNoCommands();
        forOrder()
                .given(created(), declined(1), paymentRetried(2))
                .when(paymentRetried(2))
                .expectNoCommands();
    }

    @Test
    void keepsTheTimer() {
        forOrder().given(created(), paid()).when(paid()).expectNoCommands().expectTimer(START_PROCESSING, at(5));
        forOrder()
                .given(created(), paid(), processingStarted())
                .when(paid())
                .expectNoCommands()
                .expectTimer(SHIP, at(10));
        forOrder()
                .given(created(), paid(), processingStarted(), shipped())
                .when(shipped())
                .expectNoCommands()
                .expectTimer(DELIVER, at(100));
    }

    @Test
    void undoesOnce() {
        forOrder()
                .given(created(), captured(1), paid(), cancelled())
                .when(cancelled())
                .expectNoCommands();
        forOrder()
                .given(created(), captured(1), paid(), cancelled())
                .when(paid())
                .expectNoCommands()
                .expectNoTimers();
    }

    @Test
    void doesNotMindTheOrder() {
        forOrder().given(created(), paid()).when(captured(1)).expectNoCommands().expectTimer(START_PROCESSING, at(5));
        forOrder()
                .given(created(), paid(), shipped())
                .when(processingStarted())
                .expectNoCommands()
                .expectTimer(DELIVER, at(100));
        forOrder()
                .given(created(), cancelled())
                .when(stockReserved())
                .expectNoCommands()
                .expectEnded();
        forOrder()
                .withCaptureFirst()
                .given(created(), cancelled(), refunded(1))
                .when(refundRequested(1))
                .expectNoCommands()
                .expectEnded();
    }

    @Test
    void comesToTheSameEndInWhateverOrder() {
        var story = List.of(
                created(),
                LAPTOP_RESERVED,
                MOUSE_RESERVED,
                stockReserved(),
                requested(1),
                captured(1),
                paid(),
                processingStarted(),
                cancelled(),
                refundRequested(1),
                refunded(1),
                new StockReleased(LAPTOP, ORDER, 1, at(4)),
                new StockReleased(MOUSE, ORDER, 2, at(4)));
        for (var seed = 0; seed < 50; seed++) {
            List<ConcernsOrder> told = new ArrayList<>(story.subList(1, story.size()));
            told.addAll(story);
            Collections.shuffle(told, new Random(seed));
            var progress = new OrderProgress();
            progress.learn(created());
            told.forEach(progress::learn);
            assertThat(progress.isFinished()).as("finished, seed " + seed).isTrue();
            assertThat(Decisions.commands(progress, at(9_999)))
                    .as("seed " + seed)
                    .isEmpty();
            assertThat(Decisions.timer(progress)).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void startsNothingNewForAnOrderThatIsOver() {
        forOrder()
                .answering(ReserveStock.class, c -> OrderLifecycleFixture.stock(c, ReservationStatus.UNDONE))
                .when(created())
                .expectCommands(
                        new ReserveStock(LAPTOP, ORDER, 1),
                        new CancelOrder(ORDER, OUT_OF_STOCK, LIFECYCLE, null),
                        new UndoStock(MOUSE, ORDER))
                .expectEnded();
    }
}
