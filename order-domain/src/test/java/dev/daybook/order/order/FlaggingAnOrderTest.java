package dev.daybook.order.order;

import static dev.daybook.order.contract.OrderStatus.CREATED;
import static dev.daybook.order.contract.OrderStatus.DELIVERED;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.at;
import static dev.daybook.order.contract.Samples.created;
import static dev.daybook.order.contract.Samples.delivered;
import static dev.daybook.order.contract.Samples.flagged;
import static dev.daybook.order.contract.Samples.paid;
import static dev.daybook.order.contract.Samples.processingStarted;
import static dev.daybook.order.contract.Samples.shipped;
import static dev.daybook.order.contract.Samples.stockReserved;
import static dev.daybook.order.order.OrderTesting.orderAt;
import static dev.daybook.order.order.OrderTesting.receipt;

import dev.daybook.order.contract.OrderCommand.FlagOrder;
import dev.daybook.order.contract.OrderEvent.OrderFlagged;
import org.junit.jupiter.api.Test;

class FlaggingAnOrderTest {

    @Test
    void asksForAPerson() {
        orderAt(at(3))
                .given(created())
                .when(new FlagOrder(ORDER, "payment-unknown"))
                .expectEvents(flagged())
                .expectResultMessagePayload(receipt(1, CREATED));
    }

    @Test
    void isPossibleInAnyStatus() {
        orderAt(at(3))
                .given(created(), stockReserved(), paid(), processingStarted(), shipped(), delivered())
                .when(new FlagOrder(ORDER, "payment-unknown"))
                .expectEvents(flagged())
                .expectResultMessagePayload(receipt(6, DELIVERED));
    }

    @Test
    void saysTheSameThingOnce() {
        orderAt(at(9))
                .given(created(), flagged())
                .when(new FlagOrder(ORDER, "payment-unknown"))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, CREATED));
    }

    @Test
    void saysAnotherThingToo() {
        orderAt(at(9))
                .given(created(), flagged())
                .when(new FlagOrder(ORDER, "no-progress"))
                .expectEvents(new OrderFlagged(ORDER, "no-progress", at(9)));
    }
}
