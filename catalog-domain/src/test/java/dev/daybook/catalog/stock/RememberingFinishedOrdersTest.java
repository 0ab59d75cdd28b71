package dev.daybook.catalog.stock;

import static dev.daybook.catalog.contract.ReservationStatus.DISPATCHED;
import static dev.daybook.catalog.contract.ReservationStatus.REJECTED;
import static dev.daybook.catalog.contract.ReservationStatus.RESERVED;
import static dev.daybook.catalog.contract.ReservationStatus.UNDONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import dev.daybook.catalog.contract.StockCommand.UndoStock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

class RememberingFinishedOrdersTest extends StockStory {
    @Test
    void keepsTheLastThousandAnswers() {
        stock.given(opened(0), rejected(ORDER, 1, 0))
                .andGiven(crowdTurnedAway(999))
                .andGiven(received("m-1", 5))
                .when(new ReserveStock(LAPTOP, ORDER, 1))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1_001, REJECTED));
    }

    @Test
    void forgetsTheAnswerBeforeThose() {
        stock.given(opened(0), rejected(ORDER, 1, 0))
                .andGiven(crowdTurnedAway(1_000))
                .andGiven(received("m-1", 5))
                .when(new ReserveStock(LAPTOP, ORDER, 1))
                .expectEvents(reserved(ORDER, 1));
    }

    @Test
    void neverForgetsAnOpenReservation() {
        stock.given(opened(1), reserved(ORDER, 1))
                .andGiven(crowdTurnedAway(3_000))
                .when(new ReserveStock(LAPTOP, ORDER, 1))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(3_001, RESERVED));
    }

    @Test
    void doesNotLetACrowdPushOutWhatMayStillComeBack() {
        stock.given(opened(1), reserved(ORDER, 1), dispatched(ORDER, 1))
                .andGiven(crowdTurnedAway(3_000))
                .when(new UndoStock(LAPTOP, ORDER))
                .expectEvents(returned(ORDER, 1));
    }

    @Test
    void keepsTheLastThousandDispatched() {
        stock.given(opened(1_000), reserved(ORDER, 1), dispatched(ORDER, 1))
                .andGiven(crowdServed(999))
                .when(new ReserveStock(LAPTOP, ORDER, 1))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(2_000, DISPATCHED));
    }

    @Test
    void takesBackWhatItHasForgottenToHaveDispatched() {
        stock.given(opened(2_000), reserved(ORDER, 3), dispatched(ORDER, 3))
                .andGiven(crowdServed(1_000))
                .when(new UndoStock(LAPTOP, ORDER, 3))
                .expectEvents(returned(ORDER, 3));
    }

    @Test
    void takesBackOnceHoweverManyAreTurnedAwayMeanwhile() {
        stock.given(opened(2_000), reserved(ORDER, 3), dispatched(ORDER, 3), returned(ORDER, 3))
                .andGiven(crowdTurnedAway(3_000))
                .when(new UndoStock(LAPTOP, ORDER, 3))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(3_003, UNDONE));
    }

    @Test
    void takesBackNoMoreThanFitsOnTheShelf() {
        stock.given(opened(Integer.MAX_VALUE))
                .when(new UndoStock(LAPTOP, ORDER, 3))
                .expectNoEvents()
                .expectException(CommandExecutionException.class);
    }

    @Test
    void staysSmallHoweverManyCome() {
        stock.given(opened(2_000))
                .andGiven(crowdServed(2_000))
                .andGiven(crowdTurnedAway(5_000))
                .when(new ReserveStock(LAPTOP, ORDER, 1))
                .expectState(state -> assertThat(snapshotSize(state)).isLessThan(150_000));
    }

    private static int snapshotSize(ProductStock state) {
        return Jackson3Serializer.builder()
                .build()
                .serialize(state, byte[].class)
                .getData()
                .length;
    }

    private static List<?> crowdTurnedAway(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> rejected(new OrderId("order-crowd-" + i), 1, 0))
                .toList();
    }

    private static List<?> crowdServed(int size) {
        List<Object> events = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            var order = new OrderId("order-served-" + i);
            events.add(reserved(order, 1));
            events.add(dispatched(order, 1));
        }
        return events;
    }
}
