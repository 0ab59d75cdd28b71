package dev.daybook.cart.cart;

import dev.daybook.cart.contract.CartCommand.ClearCart;
import org.junit.jupiter.api.Test;

class ClearingACartTest extends CartStory {
    private static final ClearCart CLEAR = new ClearCart(CUSTOMER);

    @Test
    void takesEverythingOut() {
        cart.given(laptops("a-1", 2, 2), mice("a-2", 1, 1))
                .when(CLEAR)
                .expectEvents(cleared())
                .expectResultMessagePayload(receipt(2));
    }

    @Test
    void isHarmlessWhenTheCartIsEmpty() {
        cart.given(laptops("a-1", 2, 2), cleared()).when(CLEAR).expectNoEvents().expectResultMessagePayload(receipt(1));
    }

    @Test
    void isHarmlessInACartThatWasNeverUsed() {
        cart.setReportIllegalStateChange(false); // it only gets its name, which no event tells
        cart.givenNoPriorActivity().when(CLEAR).expectNoEvents().expectResultMessagePayload(receipt(-1));
    }
}
