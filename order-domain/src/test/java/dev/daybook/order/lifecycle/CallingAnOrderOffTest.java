package dev.daybook.order.lifecycle;

import static dev.daybook.order.contract.Samples.LAPTOP;
import static dev.daybook.order.contract.Samples.MOUSE;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.at;
import static dev.daybook.order.contract.Samples.cancelled;
import static dev.daybook.order.contract.Samples.captured;
import static dev.daybook.order.contract.Samples.created;
import static dev.daybook.order.contract.Samples.declined;
import static dev.daybook.order.contract.Samples.paid;
import static dev.daybook.order.contract.Samples.payment;
import static dev.daybook.order.contract.Samples.paymentRetried;
import static dev.daybook.order.contract.Samples.processingStarted;
import static dev.daybook.order.contract.Samples.refunded;
import static dev.daybook.order.contract.Samples.shipped;
import static dev.daybook.order.lifecycle.OrderLifecycleFixture.forOrder;

import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import dev.daybook.catalog.contract.StockCommand.UndoStock;
import dev.daybook.order.contract.OrderCommand.ConfirmPayment;
import dev.daybook.order.contract.OrderCommand.ConfirmStock;
import dev.daybook.order.contract.OrderCommand.StartProcessing;
import dev.daybook.order.contract.OrderEvent.OrderPaid;
import dev.daybook.order.contract.OrderRefusal;
import dev.daybook.order.contract.PaymentCommand.RefundPayment;
import dev.daybook.order.contract.PaymentCommand.VoidPayment;
import org.junit.jupiter.api.Test;

class CallingAnOrderOffTest {
    @Test
    void givesUpThePaymentThatHasNoAnswerYet() {
        forOrder()
                .given(created())
                .when(cancelled())
                .expectCommands(new UndoStock(LAPTOP, ORDER), new UndoStock(MOUSE, ORDER), new VoidPayment(payment(1)))
                .expectEnded();
    }

    @Test
    void givesCapturedMoneyBack() {
        forOrder()
                .given(created(), captured(1), paid())
                .when(cancelled())
                .expectCommands(
                        new UndoStock(LAPTOP, ORDER), new UndoStock(MOUSE, ORDER), new RefundPayment(payment(1)))
                .expectNoTimers()
                .expectOngoing();
    }

    @Test
    void givesMoneyBackWhoseCaptureWasInFlight() {
        forOrder()
                .withCaptureFirst()
                .given(created())
                .when(cancelled())
                .expectCommands(
                        new UndoStock(LAPTOP, ORDER),
                        new UndoStock(MOUSE, ORDER),
                        new VoidPayment(payment(1)),
                        new RefundPayment(payment(1)))
                .expectOngoing();
    }

    @Test
    void givesMoneyBackOnce() {
        forOrder()
                .withCaptureFirst()
                .given(created(), cancelled())
                .when(captured(1))
                .expectNoCommands()
                .expectOngoing();
    }

    @Test
    void endsWhenTheMoneyIsBack() {
        forOrder()
                .withCaptureFirst()
                .given(created(), cancelled())
                .when(refunded(1))
                .expectNoCommands()
                .expectEnded();
    }

    @Test
    void leavesACaptureAfterItsEndToThePaymentItself() {
        forOrder()
                .given(created(), cancelled())
                .when(captured(1))
                .expectNoCommands()
                .expectEnded();
    }

    @Test
    void voidsWhatIsOpenAndLeavesWhatWasDeclined() {
        forOrder()
                .given(created(), declined(1), paymentRetried(2))
                .when(cancelled())
                .expectCommands(new UndoStock(LAPTOP, ORDER), new UndoStock(MOUSE, ORDER), new VoidPayment(payment(2)))
                .expectEnded();
    }

    @Test
    void isLearnedFromAnAnswerBeforeTheEvent() {
        forOrder()
                .withOrderAlreadyCancelled()
                .when(created())
                .expectCommands(
                        new ReserveStock(LAPTOP, ORDER, 1),
                        new ReserveStock(MOUSE, ORDER, 2),
                        new ConfirmStock(ORDER),
                        new UndoStock(LAPTOP, ORDER),
                        new UndoStock(MOUSE, ORDER))
                .expectEnded();
    }

    @Test
    void refundsWhatWasCapturedMeanwhile() {
        forOrder()
                .given(created())
                .withOrderAlreadyCancelled()
                .when(captured(1))
                .expectCommands(
                        new ConfirmPayment(ORDER, 1),
                        new UndoStock(LAPTOP, ORDER),
                        new UndoStock(MOUSE, ORDER),
                        new RefundPayment(payment(1)))
                .expectNoTimers()
                .expectOngoing();
    }

    @Test
    void takesBackWhatHasShipped() {
        forOrder()
                .given(created(), captured(1), paid(), processingStarted(), shipped())
                .when(cancelled())
                .expectCommands(
                        new UndoStock(LAPTOP, ORDER, 1), new UndoStock(MOUSE, ORDER, 2), new RefundPayment(payment(1)))
                .expectNoTimers();
    }

    @Test
    void winsOverAStepThatIsNoLongerPossible() {
        forOrder()
                .given(created(), captured(1))
                .refusing(StartProcessing.class, OrderRefusal.STEP_NOT_POSSIBLE)
                .when(new OrderPaid(ORDER, 1, at(1), at(1)))
                .expectCommands(new StartProcessing(ORDER, null))
                .expectOngoing();
    }
}
