package dev.daybook.order.order;

import static dev.daybook.order.contract.OrderStatus.CANCELLED;
import static dev.daybook.order.contract.OrderStatus.CREATED;
import static dev.daybook.order.contract.Samples.CREATED_AT;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.cancelled;
import static dev.daybook.order.contract.Samples.created;
import static dev.daybook.order.contract.Samples.stockReserved;
import static dev.daybook.order.order.OrderTesting.orderAt;
import static dev.daybook.order.order.OrderTesting.receipt;

import dev.daybook.order.contract.OrderCommand.ConfirmStock;
import org.junit.jupiter.api.Test;

class ConfirmingStockTest {

    @Test
    void isRemembered() {
        orderAt(CREATED_AT)
                .given(created())
                .when(new ConfirmStock(ORDER))
                .expectEvents(stockReserved())
                .expectResultMessagePayload(receipt(1, CREATED));
    }

    @Test
    void isAnsweredAgainWithoutAnotherEvent() {
        orderAt(CREATED_AT)
                .given(created(), stockReserved())
                .when(new ConfirmStock(ORDER))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, CREATED));
    }

    @Test
    void isAnsweredAsCancelledAfterACancellation() {
        orderAt(CREATED_AT)
                .given(created(), cancelled())
                .when(new ConfirmStock(ORDER))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, CANCELLED));
    }
}
