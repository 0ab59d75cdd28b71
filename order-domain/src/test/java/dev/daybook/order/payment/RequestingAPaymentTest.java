package dev.daybook.order.payment;

import static dev.daybook.order.contract.PaymentStatus.DECLINED;
import static dev.daybook.order.contract.PaymentStatus.PENDING;
import static dev.daybook.order.contract.Samples.CREATED_AT;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.TOTAL;
import static dev.daybook.order.contract.Samples.at;
import static dev.daybook.order.contract.Samples.declined;
import static dev.daybook.order.contract.Samples.payment;
import static dev.daybook.order.contract.Samples.requested;
import static dev.daybook.order.payment.PaymentTesting.paymentAt;
import static dev.daybook.order.payment.PaymentTesting.receipt;

import dev.daybook.order.contract.PaymentCommand.RequestPayment;
import org.junit.jupiter.api.Test;

class RequestingAPaymentTest {

    private static final RequestPayment REQUEST = new RequestPayment(payment(1), ORDER, 1, TOTAL, "card");

    @Test
    void waitsForTheProvider() {
        paymentAt(CREATED_AT)
                .givenNoPriorActivity()
                .when(REQUEST)
                .expectEvents(requested(1))
                .expectResultMessagePayload(receipt(0, PENDING));
    }

    @Test
    void isAnsweredWithWhatHolds() {
        paymentAt(at(9))
                .given(requested(1), declined(1))
                .when(REQUEST)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, DECLINED));
    }
}
