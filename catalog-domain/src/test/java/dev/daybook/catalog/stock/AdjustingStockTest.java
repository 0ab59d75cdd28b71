package dev.daybook.catalog.stock;

import static dev.daybook.catalog.contract.CatalogRefusal.INVALID_QUANTITY;
import static dev.daybook.catalog.contract.CatalogRefusal.STOCK_BELOW_RESERVED;

import dev.daybook.catalog.Refused;
import dev.daybook.catalog.contract.StockCommand.AdjustStock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdjustingStockTest extends StockStory {
    @ParameterizedTest
    @ValueSource(ints = {3, -5})
    void correctsWhatIsOnHand(int delta) {
        stock.given(opened(5))
                .when(adjust("m-1", delta))
                .expectEvents(adjusted("m-1", delta))
                .expectResultMessagePayload(receipt(1));
    }

    @Test
    void isHarmlessWhenTheMovementIsRepeated() {
        stock.given(opened(5), adjusted("m-1", -5))
                .when(adjust("m-1", -5))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1));
    }

    @Test
    void isHarmlessWhenTheMovementWasAReceipt() {
        stock.given(opened(5), received("m-1", 1)).when(adjust("m-1", -5)).expectNoEvents();
    }

    @Test
    void takesWhatIsNotReserved() {
        stock.given(opened(5), reserved(ORDER, 3)).when(adjust("m-1", -2)).expectEvents(adjusted("m-1", -2));
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, Integer.MIN_VALUE})
    void isRefusedBelowWhatIsReserved(int delta) {
        stock.given(opened(5), reserved(ORDER, 3))
                .when(adjust("m-1", delta))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(STOCK_BELOW_RESERVED));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Integer.MAX_VALUE})
    void isRefusedByNothingOrByMoreThanCanBeCounted(int delta) {
        stock.given(opened(5))
                .when(adjust("m-1", delta))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(INVALID_QUANTITY));
    }

    private static AdjustStock adjust(String movement, int delta) {
        return new AdjustStock(LAPTOP, movement, delta, "counted");
    }
}
