package dev.daybook.order.order;

import static dev.daybook.order.contract.OrderRefusal.PAYMENT_NOT_RETRYABLE;
import static dev.daybook.order.contract.OrderRefusal.UNKNOWN_PAYMENT_METHOD;
import static dev.daybook.order.contract.OrderStatus.CANCELLED;
import static dev.daybook.order.contract.OrderStatus.CREATED;
import static dev.daybook.order.contract.Refusals.refusedAs;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.at;
import static dev.daybook.order.contract.Samples.cancelled;
import static dev.daybook.order.contract.Samples.created;
import static dev.daybook.order.contract.Samples.paid;
import static dev.daybook.order.contract.Samples.paymentDeclined;
import static dev.daybook.order.contract.Samples.paymentRetried;
import static dev.daybook.order.contract.Samples.stockReserved;
import static dev.daybook.order.order.OrderTesting.orderAt;
import static dev.daybook.order.order.OrderTesting.receipt;

import dev.daybook.order.contract.OrderCommand.ConfirmDecline;
import dev.daybook.order.contract.OrderCommand.RetryPayment;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayingAgainTest {

    private static final RetryPayment RETRY = new RetryPayment(ORDER, "sim-approve", null);
    private static final ConfirmDecline DECLINE = new ConfirmDecline(ORDER, 1, "insufficient-funds");

    @Test
    void followsADecline() {
        orderAt(at(2))
                .given(created(), stockReserved(), paymentDeclined(1))
                .when(RETRY)
                .expectEvents(paymentRetried(2))
                .expectResultMessagePayload(receipt(3, CREATED));
    }

    @Test
    void isRefusedBeforeStockIsReserved() {
        refusesAfter(created());
    }

    @Test
    void isRefusedWhileAnAttemptIsOpen() {
        refusesAfter(created(), stockReserved());
    }

    @Test
    void isRefusedASecondTime() {
        refusesAfter(created(), stockReserved(), paymentDeclined(1), paymentRetried(2));
    }

    @Test
    void isRefusedOnceItIsPaid() {
        refusesAfter(created(), stockReserved(), paid());
    }

    @Test
    void isRefusedOnceItIsCancelled() {
        refusesAfter(created(), stockReserved(), paymentDeclined(1), cancelled());
    }

    @Test
    void isRefusedByAMethodThatNobodyOffers() {
        orderAt(at(2))
                .given(created(), stockReserved(), paymentDeclined(1))
                .when(new RetryPayment(ORDER, "shells", null))
                .expectNoEvents()
                .expectExceptionDetails(refusedAs(UNKNOWN_PAYMENT_METHOD));
    }

    @Test
    void isPossibleBecauseTheDeclineWasConfirmed() {
        orderAt(at(1))
                .given(created(), stockReserved())
                .when(DECLINE)
                .expectEvents(paymentDeclined(1))
                .expectResultMessagePayload(receipt(2, CREATED));
    }

    @Test
    void isNotUndoneByALateRepeatOfTheDecline() {
        orderAt(at(3))
                .given(created(), stockReserved(), paymentDeclined(1), paymentRetried(2))
                .when(DECLINE)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(3, CREATED));
    }

    @Test
    void isNoLongerOfInterestAfterACancellation() {
        orderAt(at(4))
                .given(created(), stockReserved(), cancelled())
                .when(DECLINE)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(2, CANCELLED));
    }

    private static void refusesAfter(Object... events) {
        orderAt(at(2))
                .given(List.of(events))
                .when(RETRY)
                .expectNoEvents()
                .expectExceptionDetails(refusedAs(PAYMENT_NOT_RETRYABLE));
    }
}
