package dev.daybook.order.payment;

import static dev.daybook.order.contract.OrderRefusal.PAYMENT_STEP_NOT_POSSIBLE;
import static dev.daybook.order.contract.PaymentStatus.DECLINED;
import static dev.daybook.order.contract.PaymentStatus.VOIDED;
import static dev.daybook.order.contract.Refusals.refusedAs;
import static dev.daybook.order.contract.Samples.at;
import static dev.daybook.order.contract.Samples.captured;
import static dev.daybook.order.contract.Samples.declined;
import static dev.daybook.order.contract.Samples.payment;
import static dev.daybook.order.contract.Samples.requested;
import static dev.daybook.order.contract.Samples.voided;
import static dev.daybook.order.payment.PaymentTesting.paymentAt;
import static dev.daybook.order.payment.PaymentTesting.receipt;

import dev.daybook.order.contract.PaymentCommand.DeclinePayment;
import org.junit.jupiter.api.Test;

class DecliningAPaymentTest {

    @Test
    void keepsTheProvidersReason() {
        paymentAt(at(1))
                .given(requested(1))
                .when(new DeclinePayment(payment(1), "insufficient-funds"))
                .expectEvents(declined(1))
                .expectResultMessagePayload(receipt(1, DECLINED));
    }

    @Test
    void isAnsweredAgainWithoutAnotherEvent() {
        paymentAt(at(9))
                .given(requested(1), declined(1))
                .when(new DeclinePayment(payment(1), "insufficient-funds"))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, DECLINED));
    }

    @Test
    void changesNothingOnceTheAttemptIsGivenUp() {
        paymentAt(at(9))
                .given(requested(1), voided(1))
                .when(new DeclinePayment(payment(1), "insufficient-funds"))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, VOIDED));
    }

    @Test
    void isRefusedAfterACapture() {
        paymentAt(at(9))
                .given(requested(1), captured(1))
                .when(new DeclinePayment(payment(1), "insufficient-funds"))
                .expectNoEvents()
                .expectExceptionDetails(refusedAs(PAYMENT_STEP_NOT_POSSIBLE));
    }
}
