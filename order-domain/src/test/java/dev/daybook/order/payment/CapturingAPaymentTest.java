package dev.daybook.order.payment;

import static dev.daybook.order.contract.OrderRefusal.PAYMENT_STEP_NOT_POSSIBLE;
import static dev.daybook.order.contract.PaymentStatus.CAPTURED;
import static dev.daybook.order.contract.PaymentStatus.REFUNDED;
import static dev.daybook.order.contract.PaymentStatus.REFUND_REQUESTED;
import static dev.daybook.order.contract.Refusals.refusedAs;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.TOTAL;
import static dev.daybook.order.contract.Samples.at;
import static dev.daybook.order.contract.Samples.captured;
import static dev.daybook.order.contract.Samples.declined;
import static dev.daybook.order.contract.Samples.payment;
import static dev.daybook.order.contract.Samples.refundRequested;
import static dev.daybook.order.contract.Samples.refunded;
import static dev.daybook.order.contract.Samples.requested;
import static dev.daybook.order.contract.Samples.voided;
import static dev.daybook.order.payment.PaymentTesting.paymentAt;
import static dev.daybook.order.payment.PaymentTesting.receipt;

import dev.daybook.order.contract.PaymentCommand.CapturePayment;
import dev.daybook.order.contract.PaymentEvent.PaymentCaptured;
import org.junit.jupiter.api.Test;

class CapturingAPaymentTest {

    @Test
    void takesTheMoney() {
        paymentAt(at(1))
                .given(requested(1))
                .when(new CapturePayment(payment(1)))
                .expectEvents(captured(1))
                .expectResultMessagePayload(receipt(1, CAPTURED));
    }

    @Test
    void isAnsweredAgainWithoutAnotherEvent() {
        paymentAt(at(9))
                .given(requested(1), captured(1))
                .when(new CapturePayment(payment(1)))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, CAPTURED));
    }

    @Test
    void doesNotUndoARefund() {
        paymentAt(at(9))
                .given(requested(1), captured(1), refundRequested(1), refunded(1))
                .when(new CapturePayment(payment(1)))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(3, REFUNDED));
    }

    @Test
    void isRecordedAndRefundedWhenItComesTooLate() {
        paymentAt(at(3))
                .given(requested(1), voided(1))
                .when(new CapturePayment(payment(1)))
                .expectEvents(new PaymentCaptured(payment(1), ORDER, 1, TOTAL, at(3)), refundRequested(1))
                .expectResultMessagePayload(receipt(3, REFUND_REQUESTED));
    }

    @Test
    void isRefusedAfterADecline() {
        paymentAt(at(9))
                .given(requested(1), declined(1))
                .when(new CapturePayment(payment(1)))
                .expectNoEvents()
                .expectExceptionDetails(refusedAs(PAYMENT_STEP_NOT_POSSIBLE));
    }
}
