package dev.daybook.cart.cart;

import static dev.daybook.cart.contract.CartRefusal.ITEM_NOT_IN_CART;
import static dev.daybook.cart.contract.CartRefusal.QUANTITY_LIMIT;

import dev.daybook.cart.Refused;
import dev.daybook.cart.contract.CartCommand.ChangeCartItemQuantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangingAQuantityTest extends CartStory {
    @ParameterizedTest
    @ValueSource(ints = {1, 999})
    void setsIt(int quantity) {
        cart.given(laptops("a-1", 2, 2))
                .when(new ChangeCartItemQuantity(CUSTOMER, LAPTOP, quantity))
                .expectEvents(changed(LAPTOP, quantity))
                .expectResultMessagePayload(receipt(1));
    }

    @Test
    void isHarmlessWhenNothingChanges() {
        cart.given(laptops("a-1", 2, 2), changed(LAPTOP, 3))
                .when(new ChangeCartItemQuantity(CUSTOMER, LAPTOP, 3))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000})
    void isRefusedOutsideOfTheLimit(int quantity) {
        cart.given(laptops("a-1", 2, 2))
                .when(new ChangeCartItemQuantity(CUSTOMER, LAPTOP, quantity))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(QUANTITY_LIMIT));
    }

    @Test
    void isRefusedForAProductThatIsNotInTheCart() {
        cart.given(laptops("a-1", 2, 2), removed(LAPTOP))
                .when(new ChangeCartItemQuantity(CUSTOMER, LAPTOP, 3))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(ITEM_NOT_IN_CART));
    }

    @Test
    void isRefusedInACartThatWasNeverUsed() {
        cart.givenNoPriorActivity()
                .when(new ChangeCartItemQuantity(CUSTOMER, LAPTOP, 3))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(ITEM_NOT_IN_CART));
    }
}
