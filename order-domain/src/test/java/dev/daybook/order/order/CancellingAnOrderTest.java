package dev.daybook.order.order;

import static dev.daybook.order.contract.Actor.LIFECYCLE;
import static dev.daybook.order.contract.CancellationReason.CHANGED_MIND;
import static dev.daybook.order.contract.CancellationReason.OUT_OF_STOCK;
import static dev.daybook.order.contract.CancellationReason.PAYMENT_TIMEOUT;
import static dev.daybook.order.contract.OrderRefusal.NOT_CANCELLABLE;
import static dev.daybook.order.contract.OrderStatus.CANCELLED;
import static dev.daybook.order.contract.Refusals.refusedAs;
import static dev.daybook.order.contract.Samples.ADMIN;
import static dev.daybook.order.contract.Samples.BUYER;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.at;
import static dev.daybook.order.contract.Samples.cancelled;
import static dev.daybook.order.contract.Samples.created;
import static dev.daybook.order.contract.Samples.delivered;
import static dev.daybook.order.contract.Samples.paid;
import static dev.daybook.order.contract.Samples.processingStarted;
import static dev.daybook.order.contract.Samples.shipped;
import static dev.daybook.order.contract.Samples.stockReserved;
import static dev.daybook.order.order.OrderTesting.orderAt;
import static dev.daybook.order.order.OrderTesting.receipt;

import dev.daybook.order.contract.Actor;
import dev.daybook.order.contract.CancellationReason;
import dev.daybook.order.contract.OrderCommand.CancelOrder;
import dev.daybook.order.contract.OrderEvent.OrderCancelled;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellingAnOrderTest {

    private static final List<Object> STORY =
            List.of(created(), stockReserved(), paid(), processingStarted(), shipped(), delivered());
    private static final int CREATED_ONLY = 1;
    private static final int RESERVED = 2;
    private static final int PAID = 3;
    private static final int PROCESSING = 4;
    private static final int SHIPPING = 5;
    private static final int DELIVERED = 6;

    @Test
    void isPossibleForCustomersUntilItShips() {
        cancels(CREATED_ONLY, CHANGED_MIND, BUYER);
        cancels(PAID, CHANGED_MIND, BUYER);
        cancels(PROCESSING, CHANGED_MIND, BUYER);
        refuses(SHIPPING, CHANGED_MIND, BUYER);
        refuses(DELIVERED, CHANGED_MIND, BUYER);
    }

    @Test
    void isPossibleForAdministratorsUntilItIsDelivered() {
        cancels(CREATED_ONLY, CHANGED_MIND, ADMIN);
        cancels(SHIPPING, CHANGED_MIND, ADMIN);
        refuses(DELIVERED, CHANGED_MIND, ADMIN);
    }

    @Test
    void isNotPossibleForCustomersInTheNameOfTheProcess() {
        refuses(CREATED_ONLY, PAYMENT_TIMEOUT, BUYER);
    }

    @Test
    void isForTheProcessWhenStockIsShort() {
        cancels(CREATED_ONLY, OUT_OF_STOCK, LIFECYCLE);
        doesNothing(RESERVED, OUT_OF_STOCK);
    }

    @Test
    void isForTheProcessWhenThePaymentFallsDue() {
        cancels(CREATED_ONLY, PAYMENT_TIMEOUT, LIFECYCLE);
        cancels(RESERVED, PAYMENT_TIMEOUT, LIFECYCLE);
        doesNothing(PAID, PAYMENT_TIMEOUT);
        doesNothing(PROCESSING, PAYMENT_TIMEOUT);
    }

    @Test
    void isNotForTheProcessToDoOnAWhim() {
        doesNothing(CREATED_ONLY, CHANGED_MIND);
    }

    @Test
    void isAnsweredAgainWithoutAnotherEvent() {
        orderAt(at(9))
                .given(created(), cancelled())
                .when(new CancelOrder(ORDER, CHANGED_MIND, BUYER, null))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, CANCELLED));
    }

    private static void cancels(int story, CancellationReason reason, Actor by) {
        orderAt(at(3))
                .given(STORY.subList(0, story))
                .when(new CancelOrder(ORDER, reason, by, null))
                .expectEvents(new OrderCancelled(ORDER, reason, by, at(3)))
                .expectResultMessagePayload(receipt(story, CANCELLED));
    }

    private static void refuses(int story, CancellationReason reason, Actor by) {
        orderAt(at(3))
                .given(STORY.subList(0, story))
                .when(new CancelOrder(ORDER, reason, by, null))
                .expectNoEvents()
                .expectExceptionDetails(refusedAs(NOT_CANCELLABLE));
    }

    private static void doesNothing(int story, CancellationReason reason) {
        orderAt(at(3))
                .given(STORY.subList(0, story))
                .when(new CancelOrder(ORDER, reason, LIFECYCLE, null))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }
}
