package dev.daybook.cart.cart;

import dev.daybook.cart.contract.CartCommand.RemoveCartItem;
import org.junit.jupiter.api.Test;

class RemovingFromACartTest extends CartStory {
    private static final RemoveCartItem REMOVE_LAPTOP = new RemoveCartItem(CUSTOMER, LAPTOP);

    @Test
    void takesTheLineOut() {
        cart.given(laptops("a-1", 2, 2), mice("a-2", 1, 1))
                .when(REMOVE_LAPTOP)
                .expectEvents(removed(LAPTOP))
                .expectResultMessagePayload(receipt(2));
    }

    @Test
    void isHarmlessForAProductThatIsNotInTheCart() {
        cart.given(mice("a-2", 1, 1)).when(REMOVE_LAPTOP).expectNoEvents().expectResultMessagePayload(receipt(0));
    }

    @Test
    void isHarmlessInACartThatWasNeverUsed() {
        cart.setReportIllegalStateChange(false); // it only gets its name, which no event tells
        cart.givenNoPriorActivity().when(REMOVE_LAPTOP).expectNoEvents().expectResultMessagePayload(receipt(-1));
    }
}
