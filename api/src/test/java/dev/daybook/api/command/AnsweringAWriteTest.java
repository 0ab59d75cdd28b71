package dev.daybook.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cart.contract.CartId;
import dev.daybook.cart.contract.CartReceipt;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class AnsweringAWriteTest {
    private static final CartId CART = new CartId("cart-1");

    @Test
    void showsTheWriteOnceTheViewsDo() {
        assertThat(answer(true, 0).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void pastTheBoundSaysWhereToLookAndShowsNothingStale() {
        ResponseEntity<String> answer = answer(false, 0);

        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(answer.getHeaders().getLocation()).hasToString("/api/cart");
        assertThat(answer.hasBody()).isFalse();
    }

    @Test
    void waitsForNothingWhereNothingWasEverWritten() {
        assertThat(answer(false, -1).getStatusCode().value()).isEqualTo(200);
    }

    private static ResponseEntity<String> answer(boolean shown, long sequence) {
        var writes = new Writes((receipt, views) -> shown);
        return writes.answer(
                new CartReceipt(CART, sequence), Writes.CART, "/api/cart", () -> ResponseEntity.ok("the cart"));
    }
}
