package dev.daybook.order.payment;

import static dev.daybook.order.contract.OrderRefusal.PAYMENT_STEP_NOT_POSSIBLE;
import static dev.daybook.order.contract.PaymentStatus.REFUNDED;
import static dev.daybook.order.contract.PaymentStatus.REFUND_REQUESTED;
import static dev.daybook.order.contract.PaymentStatus.VOIDED;
import static dev.daybook.order.contract.Refusals.refusedAs;
import static dev.daybook.order.contract.Samples.at;
import static dev.daybook.order.contract.Samples.captured;
import static dev.daybook.order.contract.Samples.payment;
import static dev.daybook.order.contract.Samples.refundRequested;
import static dev.daybook.order.contract.Samples.refunded;
import static dev.daybook.order.contract.Samples.requested;
import static dev.daybook.order.contract.Samples.voided;
import static dev.daybook.order.payment.PaymentTesting.paymentAt;
import static dev.daybook.order.payment.PaymentTesting.receipt;

import dev.daybook.order.contract.PaymentCommand.ConfirmRefund;
import dev.daybook.order.contract.PaymentCommand.RefundPayment;
import org.junit.jupiter.api.Test;

class RefundingAPaymentTest {

    @Test
    void isRequestedForWhatWasCaptured() {
        paymentAt(at(3))
                .given(requested(1), captured(1))
                .when(new RefundPayment(payment(1)))
                .expectEvents(refundRequested(1))
                .expectResultMessagePayload(receipt(2, REFUND_REQUESTED));
    }

    @Test
    void isRequestedOnce() {
        paymentAt(at(9))
                .given(requested(1), captured(1), refundRequested(1))
                .when(new RefundPayment(payment(1)))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(2, REFUND_REQUESTED));
    }

    @Test
    void doesNothingForAnAttemptGivenUp() {
        paymentAt(at(9))
                .given(requested(1), voided(1))
                .when(new RefundPayment(payment(1)))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, VOIDED));
    }

    @Test
    void isDoneWhenTheProviderHasDoneIt() {
        paymentAt(at(4))
                .given(requested(1), captured(1), refundRequested(1))
                .when(new ConfirmRefund(payment(1)))
                .expectEvents(refunded(1))
                .expectResultMessagePayload(receipt(3, REFUNDED));
    }

    @Test
    void isDoneOnce() {
        paymentAt(at(9))
                .given(requested(1), captured(1), refundRequested(1), refunded(1))
                .when(new ConfirmRefund(payment(1)))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(3, REFUNDED));
    }

    @Test
    void isNotDoneUnasked() {
        paymentAt(at(9))
                .given(requested(1), captured(1))
                .when(new ConfirmRefund(payment(1)))
                .expectNoEvents()
                .expectExceptionDetails(refusedAs(PAYMENT_STEP_NOT_POSSIBLE));
    }
}
