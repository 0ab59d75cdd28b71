package dev.daybook.catalog.stock;

import static dev.daybook.catalog.contract.ReservationStatus.REJECTED;
import static dev.daybook.catalog.contract.ReservationStatus.UNDONE;

import dev.daybook.catalog.contract.StockCommand.UndoStock;
import org.junit.jupiter.api.Test;

class UndoingStockTest extends StockStory {
    private static final UndoStock UNDO = new UndoStock(LAPTOP, ORDER);

    @Test
    void releasesWhatIsStillOnTheShelf() {
        stock.given(opened(5), reserved(ORDER, 3))
                .when(UNDO)
                .expectEvents(released(ORDER, 3))
                .expectResultMessagePayload(receipt(2, UNDONE));
    }

    @Test
    void takesBackWhatWasDispatched() {
        stock.given(opened(5), reserved(ORDER, 3), dispatched(ORDER, 3))
                .when(UNDO)
                .expectEvents(returned(ORDER, 3))
                .expectResultMessagePayload(receipt(3, UNDONE));
    }

    @Test
    void believesItselfRatherThanTheOrder() {
        stock.given(opened(5), reserved(ORDER, 3))
                .when(new UndoStock(LAPTOP, ORDER, 2))
                .expectEvents(released(ORDER, 3));
    }

    @Test
    void isRememberedForAnOrderNobodyKnows() {
        stock.given(opened(5))
                .when(UNDO)
                .expectEvents(released(ORDER, 0))
                .expectResultMessagePayload(receipt(1, UNDONE));
    }

    @Test
    void isRememberedByAStockThatWasNeverOpened() {
        stock.givenNoPriorActivity()
                .when(UNDO)
                .expectEvents(released(ORDER, 0))
                .expectResultMessagePayload(receipt(0, UNDONE));
    }

    @Test
    void isHarmlessWhenRepeatedAfterARelease() {
        stock.given(opened(5), reserved(ORDER, 3), released(ORDER, 3))
                .when(UNDO)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(2, UNDONE));
    }

    @Test
    void isHarmlessWhenRepeatedAfterAReturn() {
        stock.given(opened(5), reserved(ORDER, 3), dispatched(ORDER, 3), returned(ORDER, 3))
                .when(UNDO)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(3, UNDONE));
    }

    @Test
    void leavesARejectionAsItIs() {
        stock.given(opened(1), rejected(ORDER, 3, 1))
                .when(UNDO)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, REJECTED));
    }
}
