package dev.daybook.order.payment;

import static dev.daybook.order.contract.PaymentStatus.CAPTURED;
import static dev.daybook.order.contract.PaymentStatus.DECLINED;
import static dev.daybook.order.contract.PaymentStatus.VOIDED;
import static dev.daybook.order.contract.Samples.at;
import static dev.daybook.order.contract.Samples.captured;
import static dev.daybook.order.contract.Samples.declined;
import static dev.daybook.order.contract.Samples.payment;
import static dev.daybook.order.contract.Samples.requested;
import static dev.daybook.order.contract.Samples.voided;
import static dev.daybook.order.payment.PaymentTesting.paymentAt;
import static dev.daybook.order.payment.PaymentTesting.receipt;

import dev.daybook.order.contract.PaymentCommand.VoidPayment;
import org.junit.jupiter.api.Test;

class VoidingAPaymentTest {

    @Test
    void givesUpAnAttemptWithoutAnswer() {
        paymentAt(at(3))
                .given(requested(1))
                .when(new VoidPayment(payment(1)))
                .expectEvents(voided(1))
                .expectResultMessagePayload(receipt(1, VOIDED));
    }

    @Test
    void isAnsweredAgainWithoutAnotherEvent() {
        paymentAt(at(9))
                .given(requested(1), voided(1))
                .when(new VoidPayment(payment(1)))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, VOIDED));
    }

    @Test
    void leavesACaptureAsItIs() {
        paymentAt(at(9))
                .given(requested(1), captured(1))
                .when(new VoidPayment(payment(1)))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, CAPTURED));
    }

    @Test
    void leavesADeclineAsItIs() {
        paymentAt(at(9))
                .given(requested(1), declined(1))
                .when(new VoidPayment(payment(1)))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, DECLINED));
    }
}
