package dev.daybook.catalog.stock;

import static dev.daybook.catalog.contract.CatalogRefusal.INVALID_QUANTITY;
import static dev.daybook.catalog.contract.ReservationStatus.DISPATCHED;
import static dev.daybook.catalog.contract.ReservationStatus.REJECTED;
import static dev.daybook.catalog.contract.ReservationStatus.RESERVED;
import static dev.daybook.catalog.contract.ReservationStatus.UNDONE;

import dev.daybook.catalog.Refused;
import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservingStockTest extends StockStory {
    private static final ReserveStock RESERVE_THREE = new ReserveStock(LAPTOP, ORDER, 3);

    @Test
    void setsItAsideForTheOrder() {
        stock.given(opened(5))
                .when(RESERVE_THREE)
                .expectEvents(reserved(ORDER, 3))
                .expectResultMessagePayload(receipt(1, RESERVED));
    }

    @Test
    void takesTheLastPieces() {
        stock.given(opened(5), reserved(ANOTHER, 2)).when(RESERVE_THREE).expectEvents(reserved(ORDER, 3));
    }

    @Test
    void isRejectedWhenThereIsNotEnough() {
        stock.given(opened(5), reserved(ANOTHER, 3))
                .when(RESERVE_THREE)
                .expectEvents(rejected(ORDER, 3, 2))
                .expectResultMessagePayload(receipt(2, REJECTED));
    }

    @Test
    void isRejectedByAStockThatWasNeverOpened() {
        stock.givenNoPriorActivity()
                .when(RESERVE_THREE)
                .expectEvents(rejected(ORDER, 3, 0))
                .expectResultMessagePayload(receipt(0, REJECTED));
    }

    @Test
    void getsTheSameAnswerAgain() {
        stock.given(opened(5), reserved(ORDER, 3))
                .when(RESERVE_THREE)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, RESERVED));
    }

    @Test
    void staysRejectedWhenThereIsEnoughLater() {
        stock.given(opened(1), rejected(ORDER, 3, 1), received("m-1", 10))
                .when(RESERVE_THREE)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(2, REJECTED));
    }

    @Test
    void reservesNothingAfterItWasReleased() {
        stock.given(opened(5), reserved(ORDER, 3), released(ORDER, 3))
                .when(RESERVE_THREE)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(2, UNDONE));
    }

    @Test
    void reservesNothingWhenItComesAfterItsOwnUndoing() {
        stock.given(opened(5), released(ORDER, 0))
                .when(RESERVE_THREE)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, UNDONE));
    }

    @Test
    void reservesNothingAfterItWasDispatched() {
        stock.given(opened(5), reserved(ORDER, 3), dispatched(ORDER, 3))
                .when(RESERVE_THREE)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(2, DISPATCHED));
    }

    @Test
    void findsWhatAnotherOrderGaveUp() {
        stock.given(opened(3), reserved(ANOTHER, 3), released(ANOTHER, 3))
                .when(RESERVE_THREE)
                .expectEvents(reserved(ORDER, 3));
    }

    @Test
    void findsWhatCameBack() {
        stock.given(opened(3), reserved(ANOTHER, 3), dispatched(ANOTHER, 3), returned(ANOTHER, 3))
                .when(RESERVE_THREE)
                .expectEvents(reserved(ORDER, 3));
    }

    @Test
    void doesNotFindWhatWasDispatched() {
        stock.given(opened(3), reserved(ANOTHER, 3), dispatched(ANOTHER, 3))
                .when(RESERVE_THREE)
                .expectEvents(rejected(ORDER, 3, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void isRefusedWithoutAPiece(int quantity) {
        stock.given(opened(5))
                .when(new ReserveStock(LAPTOP, ORDER, quantity))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(INVALID_QUANTITY));
    }

    @Test
    void isRejectedHoweverMuchIsAsked() {
        stock.given(opened(5), reserved(ANOTHER, 1))
                .when(new ReserveStock(LAPTOP, ORDER, Integer.MAX_VALUE))
                .expectEvents(rejected(ORDER, Integer.MAX_VALUE, 4));
    }
}
