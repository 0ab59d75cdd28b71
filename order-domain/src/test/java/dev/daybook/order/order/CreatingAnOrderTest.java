package dev.daybook.order.order;

import static dev.daybook.order.contract.OrderRefusal.TOTAL_MISMATCH;
import static dev.daybook.order.contract.OrderStatus.CREATED;
import static dev.daybook.order.contract.Refusals.refusedAs;
import static dev.daybook.order.contract.Samples.CREATED_AT;
import static dev.daybook.order.contract.Samples.CUSTOMER;
import static dev.daybook.order.contract.Samples.LINES;
import static dev.daybook.order.contract.Samples.MOUSE;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.TOTAL;
import static dev.daybook.order.contract.Samples.created;
import static dev.daybook.order.contract.Samples.stockReserved;
import static dev.daybook.order.order.OrderTesting.orderAt;
import static dev.daybook.order.order.OrderTesting.receipt;

import dev.daybook.catalog.contract.Money;
import dev.daybook.order.contract.OrderCommand.CreateOrder;
import dev.daybook.order.contract.OrderLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreatingAnOrderTest {

    private static final CreateOrder CREATE = new CreateOrder(ORDER, CUSTOMER, LINES, TOTAL, "card");

    @Test
    void saysUntilWhenItIsToBePaid() {
        orderAt(CREATED_AT)
                .givenNoPriorActivity()
                .when(CREATE)
                .expectEvents(created())
                .expectResultMessagePayload(receipt(0, CREATED));
    }

    @Test
    void isAnsweredAgainWithoutAnotherEvent() {
        orderAt(CREATED_AT)
                .given(created(), stockReserved())
                .when(CREATE)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, CREATED));
    }

    @Test
    void isRefusedWhenTheLinesDoNotAddUp() {
        refusesWith(LINES, TOTAL.plus(new Money(1, "USD")));
    }

    @Test
    void isRefusedWithoutLines() {
        refusesWith(List.of(), Money.zero("USD"));
    }

    @Test
    void isRefusedInTwoCurrencies() {
        refusesWith(List.of(new OrderLine(MOUSE, "Mouse", new Money(105_997, "EUR"), 1)), TOTAL);
    }

    private static void refusesWith(List<OrderLine> lines, Money total) {
        orderAt(CREATED_AT)
                .givenNoPriorActivity()
                .when(new CreateOrder(ORDER, CUSTOMER, lines, total, "card"))
                .expectNoEvents()
                .expectExceptionDetails(refusedAs(TOTAL_MISMATCH));
    }
}
