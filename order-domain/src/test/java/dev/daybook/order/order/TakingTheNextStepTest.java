package dev.daybook.order.order;

import static dev.daybook.order.contract.OrderRefusal.STEP_NOT_POSSIBLE;
import static dev.daybook.order.contract.OrderStatus.DELIVERED;
import static dev.daybook.order.contract.OrderStatus.PROCESSING;
import static dev.daybook.order.contract.OrderStatus.SHIPPING;
import static dev.daybook.order.contract.Refusals.refusedAs;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.archived;
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

import dev.daybook.order.contract.OrderCommand;
import dev.daybook.order.contract.OrderCommand.ArchiveOrder;
import dev.daybook.order.contract.OrderCommand.DeliverOrder;
import dev.daybook.order.contract.OrderCommand.ShipOrder;
import dev.daybook.order.contract.OrderCommand.StartProcessing;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TakingTheNextStepTest {

    private static final List<Object> STORY =
            List.of(created(), stockReserved(), paid(), processingStarted(), shipped(), delivered(), archived());

    @Test
    void startsProcessingOncePaid() {
        orderAt(at(5))
                .given(STORY.subList(0, 3))
                .when(new StartProcessing(ORDER, null))
                .expectEvents(processingStarted())
                .expectResultMessagePayload(receipt(3, PROCESSING));
    }

    @Test
    void shipsAndDrawsTheDeliveryTimeOnce() {
        orderAt(at(10))
                .given(STORY.subList(0, 4))
                .when(new ShipOrder(ORDER, null))
                .expectEvents(shipped())
                .expectResultMessagePayload(receipt(4, SHIPPING));
    }

    @Test
    void delivers() {
        orderAt(at(100))
                .given(STORY.subList(0, 5))
                .when(new DeliverOrder(ORDER, null))
                .expectEvents(delivered())
                .expectResultMessagePayload(receipt(5, DELIVERED));
    }

    @Test
    void archives() {
        orderAt(at(400))
                .given(STORY.subList(0, 6))
                .when(new ArchiveOrder(ORDER))
                .expectEvents(archived())
                .expectResultMessagePayload(receipt(6, DELIVERED));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void isAnsweredWithoutAnEventWhenTheOrderIsBeyond(OrderCommand step) {
        orderAt(at(500)).given(STORY).when(step).expectNoEvents().expectResultMessagePayload(receipt(6, DELIVERED));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void isRefusedBeforeItsTime(OrderCommand step) {
        orderAt(at(1))
                .given(created())
                .when(step)
                .expectNoEvents()
                .expectExceptionDetails(refusedAs(STEP_NOT_POSSIBLE));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void isRefusedAfterACancellation(OrderCommand step) {
        orderAt(at(4))
                .given(created(), stockReserved(), paid(), cancelled())
                .when(step)
                .expectNoEvents()
                .expectExceptionDetails(refusedAs(STEP_NOT_POSSIBLE));
    }

    @Test
    void doesNotStartProcessingUnpaid() {
        orderAt(at(5))
                .given(created(), stockReserved())
                .when(new StartProcessing(ORDER, null))
                .expectNoEvents()
                .expectExceptionDetails(refusedAs(STEP_NOT_POSSIBLE));
    }

    @Test
    void conflictsWhenTheOrderHasMovedOn() {
        orderAt(at(5))
                .given(STORY.subList(0, 3))
                .when(new StartProcessing(ORDER, 1L))
                .expectNoEvents()
                .expectException(ConflictingAggregateVersionException.class);
    }

    static Stream<OrderCommand> steps() {
        return Stream.of(
                new StartProcessing(ORDER, null),
                new ShipOrder(ORDER, null),
                new DeliverOrder(ORDER, null),
                new ArchiveOrder(ORDER));
    }
}
