package dev.daybook.catalog.stock;

import static dev.daybook.catalog.contract.ReservationStatus.DISPATCHED;
import static dev.daybook.catalog.contract.ReservationStatus.REJECTED;
import static dev.daybook.catalog.contract.ReservationStatus.UNDONE;

import dev.daybook.catalog.contract.StockCommand.DispatchStock;
import org.junit.jupiter.api.Test;

class DispatchingStockTest extends StockStory {
    private static final DispatchStock DISPATCH = new DispatchStock(LAPTOP, ORDER);

    @Test
    void sendsWhatIsReservedOffTheShelf() {
        stock.given(opened(5), reserved(ORDER, 3))
                .when(DISPATCH)
                .expectEvents(dispatched(ORDER, 3))
                .expectResultMessagePayload(receipt(2, DISPATCHED));
    }

    @Test
    void isHarmlessWhenRepeated() {
        stock.given(opened(5), reserved(ORDER, 3), dispatched(ORDER, 3))
                .when(DISPATCH)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(2, DISPATCHED));
    }

    @Test
    void sendsNothingForAnOrderThatWasRejected() {
        stock.given(opened(1), rejected(ORDER, 3, 1))
                .when(DISPATCH)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1, REJECTED));
    }

    @Test
    void sendsNothingForAnOrderThatWasUndone() {
        stock.given(opened(5), reserved(ORDER, 3), released(ORDER, 3))
                .when(DISPATCH)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(2, UNDONE));
    }

    @Test
    void sendsNothingForAnOrderNobodyKnows() {
        stock.given(opened(5)).when(DISPATCH).expectNoEvents().expectResultMessagePayload(receipt(0, UNDONE));
    }
}
