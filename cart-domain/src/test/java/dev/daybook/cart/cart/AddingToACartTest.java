package dev.daybook.cart.cart;

import static dev.daybook.cart.contract.CartRefusal.CURRENCY_MISMATCH;
import static dev.daybook.cart.contract.CartRefusal.LINE_LIMIT;
import static dev.daybook.cart.contract.CartRefusal.QUANTITY_LIMIT;

import dev.daybook.cart.Refused;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddingToACartTest extends CartStory {
    private static final Money EUROS = new Money(899_00, "EUR");

    @Test
    void beginsTheCart() {
        cart.givenNoPriorActivity()
                .when(add("a-1", LAPTOP, LAPTOP_PRICE, 2))
                .expectEvents(laptops("a-1", 2, 2))
                .expectResultMessagePayload(receipt(0));
    }

    @Test
    void addsToTheLineOfTheSameProduct() {
        cart.given(laptops("a-1", 2, 2))
                .when(add("a-2", LAPTOP, LAPTOP_PRICE, 3))
                .expectEvents(laptops("a-2", 3, 5))
                .expectResultMessagePayload(receipt(1));
    }

    @Test
    void isHarmlessWhenTheAdditionIsRepeated() {
        cart.given(laptops("a-1", 2, 2), removed(LAPTOP))
                .when(add("a-1", LAPTOP, LAPTOP_PRICE, 2))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1));
    }

    @Test
    void remembersTheLastFiftyAdditions() {
        cart.given(additions(1, 50)).when(add("a-1", MOUSE, MOUSE_PRICE, 1)).expectNoEvents();
    }

    @Test
    void forgetsTheAdditionBeforeThose() {
        cart.given(additions(1, 51)).when(add("a-1", MOUSE, MOUSE_PRICE, 1)).expectEvents(mice("a-1", 1, 52));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void isRefusedOutsideOfTheQuantityLimit(int quantity) {
        cart.givenNoPriorActivity()
                .when(add("a-1", LAPTOP, LAPTOP_PRICE, quantity))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(QUANTITY_LIMIT));
    }

    @Test
    void mayFillALineToItsLimit() {
        cart.given(laptops("a-1", 998, 998))
                .when(add("a-2", LAPTOP, LAPTOP_PRICE, 1))
                .expectEvents(laptops("a-2", 1, 999));
    }

    @Test
    void isRefusedWhenTheLineWouldExceedItsLimit() {
        cart.given(laptops("a-1", 998, 998))
                .when(add("a-2", LAPTOP, LAPTOP_PRICE, 2))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(QUANTITY_LIMIT));
    }

    @Test
    void isRefusedForAHundredAndFirstLine() {
        cart.given(hundredLines())
                .when(add("a-2", LAPTOP, LAPTOP_PRICE, 1))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(LINE_LIMIT));
    }

    @Test
    void mayAddToALineOfAFullCart() {
        ProductId last = new ProductId("product-100");
        cart.given(hundredLines())
                .when(add("a-2", last, MOUSE_PRICE, 1))
                .expectEvents(added("a-2", last, MOUSE_PRICE, 1, 2));
    }

    @Test
    void isRefusedInAnotherCurrency() {
        cart.given(mice("a-1", 1, 1))
                .when(add("a-2", LAPTOP, EUROS, 1))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(CURRENCY_MISMATCH));
    }

    @Test
    void mayChangeTheCurrencyOfTheOnlyLine() {
        cart.given(laptops("a-1", 1, 1))
                .when(add("a-2", LAPTOP, EUROS, 1))
                .expectEvents(added("a-2", LAPTOP, EUROS, 1, 2));
    }

    @Test
    void mayBeginInAnotherCurrencyOnceTheCartIsEmptied() {
        cart.given(mice("a-1", 1, 1), cleared())
                .when(add("a-2", LAPTOP, EUROS, 1))
                .expectEvents(added("a-2", LAPTOP, EUROS, 1, 1));
    }

    private static List<?> additions(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> mice("a-" + i, 1, i))
                .toList();
    }

    private static List<?> hundredLines() {
        return IntStream.rangeClosed(1, 100)
                .mapToObj(i -> added("a-" + i + "-", new ProductId("product-" + i), MOUSE_PRICE, 1, 1))
                .toList();
    }
}
