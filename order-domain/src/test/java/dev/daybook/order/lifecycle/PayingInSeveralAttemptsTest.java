package dev.daybook.order.lifecycle;

import static dev.daybook.order.contract.Actor.LIFECYCLE;
import static dev.daybook.order.contract.CancellationReason.PAYMENT_TIMEOUT;
import static dev.daybook.order.contract.Samples.LAPTOP;
import static dev.daybook.order.contract.Samples.MOUSE;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.TOTAL;
import static dev.daybook.order.contract.Samples.at;
import static dev.daybook.order.contract.Samples.captured;
import static dev.daybook.order.contract.Samples.created;
import static dev.daybook.order.contract.Samples.declined;
import static dev.daybook.order.contract.Samples.paid;
import static dev.daybook.order.contract.Samples.payment;
import static dev.daybook.order.contract.Samples.paymentDeclined;
import static dev.daybook.order.contract.Samples.paymentRetried;
import static dev.daybook.order.lifecycle.OrderLifecycle.Step.PAYMENT_DUE;
import static dev.daybook.order.lifecycle.OrderLifecycleFixture.forOrder;

import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import dev.daybook.catalog.contract.StockCommand.UndoStock;
import dev.daybook.order.contract.OrderCommand.CancelOrder;
import dev.daybook.order.contract.OrderCommand.ConfirmDecline;
import dev.daybook.order.contract.OrderCommand.ConfirmPayment;
import dev.daybook.order.contract.OrderCommand.ConfirmStock;
import dev.daybook.order.contract.OrderEvent.OrderCancelled;
import dev.daybook.order.contract.PaymentCommand.RequestPayment;
import dev.daybook.order.contract.PaymentCommand.VoidPayment;
import dev.daybook.order.contract.PaymentStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PayingInSeveralAttemptsTest {
    @Test
    void waitsForTheCustomerAfterADecline() {
        forOrder()
                .given(created())
                .when(declined(1))
                .expectCommands(new ConfirmDecline(ORDER, 1, "insufficient-funds"))
                .expectTimer(PAYMENT_DUE, at(900))
                .expectOngoing();
    }

    @Test
    void asksForTheMoneyAgain() {
        forOrder()
                .given(created(), declined(1), paymentDeclined(1))
                .when(paymentRetried(2))
                .expectCommands(new RequestPayment(payment(2), ORDER, 2, TOTAL, "sim-approve"));
    }

    @Test
    void isPaidByTheSecondAttempt() {
        forOrder()
                .given(created(), declined(1), paymentRetried(2))
                .when(captured(2))
                .expectCommands(new ConfirmPayment(ORDER, 2))
                .expectNoTimers();
    }

    @Test
    void endsWhenThePaymentFallsDue() {
        forOrder()
                .given(created(), declined(1))
                .whenTimePasses(Duration.ofMinutes(15))
                .expectCommands(new CancelOrder(ORDER, PAYMENT_TIMEOUT, LIFECYCLE, null))
                .expectNoTimers();
    }

    @Test
    void givesUpTheOpenAttemptWhenThePaymentFellDue() {
        forOrder()
                .given(created(), declined(1), paymentRetried(2))
                .when(new OrderCancelled(ORDER, PAYMENT_TIMEOUT, LIFECYCLE, at(900)))
                .expectCommands(new UndoStock(LAPTOP, ORDER), new UndoStock(MOUSE, ORDER), new VoidPayment(payment(2)))
                .expectEnded();
    }

    @Test
    void isNotCancelledOncePaid() {
        forOrder()
                .given(created(), captured(1), paid())
                .givenTimePassed(Duration.ofSeconds(10))
                .whenTimePasses(Duration.ofMinutes(20))
                .expectNoCommands();
    }

    @Test
    void takesACaptureThatWasAnsweredAtOnce() {
        forOrder()
                .answering(RequestPayment.class, c -> OrderLifecycleFixture.payment(c, PaymentStatus.CAPTURED))
                .when(created())
                .expectCommands(
                        new ReserveStock(LAPTOP, ORDER, 1),
                        new ReserveStock(MOUSE, ORDER, 2),
                        new ConfirmStock(ORDER),
                        new RequestPayment(payment(1), ORDER, 1, TOTAL, "card"),
                        new ConfirmPayment(ORDER, 1));
    }
}
