package dev.daybook.catalog.stock;

import static dev.daybook.catalog.contract.CatalogRefusal.INVALID_QUANTITY;

import dev.daybook.catalog.Refused;
import dev.daybook.catalog.contract.StockCommand.ReceiveStock;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivingStockTest extends StockStory {
    @Test
    void putsItOnTheShelf() {
        stock.given(opened(5))
                .when(new ReceiveStock(LAPTOP, "m-1", 3))
                .expectEvents(received("m-1", 3))
                .expectResultMessagePayload(receipt(1));
    }

    @Test
    void isHarmlessWhenTheMovementIsRepeated() {
        stock.given(opened(5), received("m-1", 3))
                .when(new ReceiveStock(LAPTOP, "m-1", 3))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void isRefusedWithoutAPiece(int quantity) {
        stock.given(opened(5))
                .when(new ReceiveStock(LAPTOP, "m-1", quantity))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(INVALID_QUANTITY));
    }

    @Test
    void isRefusedBeyondWhatCanBeCounted() {
        stock.given(opened(1))
                .when(new ReceiveStock(LAPTOP, "m-1", Integer.MAX_VALUE))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(INVALID_QUANTITY));
    }

    @Test
    void leavesRoomForWhatMayComeBack() {
        stock.given(opened(1), reserved(ORDER, 1), dispatched(ORDER, 1))
                .when(new ReceiveStock(LAPTOP, "m-1", Integer.MAX_VALUE))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(INVALID_QUANTITY));
    }

    @Test
    void remembersTheLastThousandMovements() {
        stock.given(opened(0))
                .andGiven(IntStream.rangeClosed(1, 1_000)
                        .mapToObj(i -> received("m-" + i, 1))
                        .toList())
                .when(new ReceiveStock(LAPTOP, "m-1", 1))
                .expectNoEvents();
    }

    @Test
    void forgetsTheMovementBeforeThose() {
        stock.given(opened(0))
                .andGiven(IntStream.rangeClosed(1, 1_001)
                        .mapToObj(i -> received("m-" + i, 1))
                        .toList())
                .when(new ReceiveStock(LAPTOP, "m-1", 1))
                .expectEvents(received("m-1", 1));
    }

    @Test
    void findsNoStockThatWasNeverOpened() {
        stock.givenNoPriorActivity()
                .when(new ReceiveStock(LAPTOP, "m-1", 3))
                .expectException(AggregateNotFoundException.class);
    }
}
