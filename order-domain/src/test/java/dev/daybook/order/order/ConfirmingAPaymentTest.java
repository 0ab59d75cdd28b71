package dev.daybook.order.order;

import static dev.daybook.order.contract.OrderStatus.CANCELLED;
import static dev.daybook.order.contract.OrderStatus.CREATED;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.at;
import static dev.daybook.order.contract.Samples.cancelled;
import static dev.daybook.order.contract.Samples.created;
import static dev.daybook.order.contract.Samples.paid;
import static dev.daybook.order.contract.Samples.stockReserved;
import static dev.daybook.order.order.OrderTesting.orderAt;
import static dev.daybook.order.order.OrderTesting.receipt;

import dev.daybook.order.contract.OrderCommand.ConfirmPayment;
import dev.daybook.order.contract.OrderEvent.OrderPaid;
import org.junit.jupiter.api.Test;

class ConfirmingAPaymentTest {

    @Test
    void letsProcessingStartFiveSecondsAfterCreationAtTheEarliest() {
        orderAt(at(1))
                .given(created(), stockReserved())
                .when(new ConfirmPayment(ORDER, 1))
                .expectEvents(new OrderPaid(ORDER, 1, at(5), at(1)))
                .expectResultMessagePayload(receipt(2, CREATED));
    }

    @Test
    void letsProcessingStartAtOnceWhenItCameLate() {
        orderAt(at(60))
                .given(created(), stockReserved())
                .when(new ConfirmPayment(ORDER, 1))
                .expectEvents(new OrderPaid(ORDER, 1, at(60), at(60)));
    }

    @Test
    void isAnsweredAgainWithoutAnotherEvent() {
        orderAt(at(1))
                .given(created(), stockReserved(), paid())
                .when(new ConfirmPayment(ORDER, 1))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(2, CREATED));
    }

    @Test
    void isAnsweredAsCancelledAfterACancellation() {
        orderAt(at(4))
                .given(created(), stockReserved(), cancelled())
                .when(new ConfirmPayment(ORDER, 1))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(2, CANCELLED));
    }
}
