package dev.daybook.catalog.stock;

import static dev.daybook.catalog.contract.CatalogRefusal.INVALID_QUANTITY;
import static dev.daybook.catalog.contract.CatalogRefusal.STOCK_ALREADY_REGISTERED;

import dev.daybook.catalog.Refused;
import dev.daybook.catalog.contract.StockCommand.RegisterStock;
import org.junit.jupiter.api.Test;

class RegisteringStockTest extends StockStory {
    @Test
    void opensIt() {
        stock.givenNoPriorActivity()
                .when(new RegisterStock(LAPTOP, 5))
                .expectEvents(opened(5))
                .expectResultMessagePayload(receipt(0));
    }

    @Test
    void mayOpenItEmpty() {
        stock.givenNoPriorActivity().when(new RegisterStock(LAPTOP, 0)).expectEvents(opened(0));
    }

    @Test
    void isHarmlessWhenRepeated() {
        stock.given(opened(5), received("m-1", 1))
                .when(new RegisterStock(LAPTOP, 5))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1));
    }

    @Test
    void isRefusedWithAnotherQuantity() {
        stock.given(opened(5))
                .when(new RegisterStock(LAPTOP, 6))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(STOCK_ALREADY_REGISTERED));
    }

    @Test
    void isRefusedBelowZero() {
        stock.givenNoPriorActivity()
                .when(new RegisterStock(LAPTOP, -1))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(INVALID_QUANTITY));
    }

    @Test
    void opensAStockThatHadToTurnAnOrderAwayBefore() {
        stock.given(rejected(ORDER, 1, 0))
                .when(new RegisterStock(LAPTOP, 5))
                .expectEvents(opened(5))
                .expectResultMessagePayload(receipt(1));
    }
}
