package dev.daybook.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.api.edge.EdgeClient.Answer;
import dev.daybook.cart.contract.CartCommand.AddCartItem;
import dev.daybook.cart.contract.CartCommand.CheckOutCart;
import dev.daybook.cart.contract.CartId;
import dev.daybook.cart.contract.CartLine;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.query.cartcontents.CartView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
class CheckingOutTest {
    private static final String ONE_LAPTOP = "{\"productId\":\"product-laptop\",\"quantity\":1}";

    @LocalServerPort
    int port;

    @Autowired
    MadeUpDomain domain;

    private EdgeClient ada;

    @BeforeEach
    void startAfresh() {
        domain.commands.clear();
        domain.carts.clear();
        domain.orders.clear();
        ada = EdgeClient.anyone(port).as("ada");
    }

    @Test
    void answersTheOrderAndWhereItIs() {
        ada.post("/api/cart/items", ONE_LAPTOP);

        Answer order = ada.post("/api/cart/checkout", null);

        assertThat(order.status()).isEqualTo(201);
        assertThat(order.header("Location")).isEqualTo("/api/orders/" + order.at("/id"));
        assertThat(order.header("ETag")).isEqualTo("\"0.0\"");
        assertThat(sent().paymentMethod()).isEqualTo("sim-approve");
        assertThat(sent().acceptPriceChanges()).isFalse();
        assertThat(sent().quotes()).singleElement().satisfies(quote -> {
            assertThat(quote.unitPrice()).isEqualTo(MadeUpDomain.PRICE);
            assertThat(quote.available()).isTrue();
        });
    }

    @Test
    void answersARepeatWithTheSameBytesAndSellsOnce() {
        ada.post("/api/cart/items", ONE_LAPTOP);
        EdgeClient withKey = ada.with("Idempotency-Key", "first");

        Answer order = withKey.post("/api/cart/checkout", "{\"paymentMethod\":\"sim-decline\"}");
        Answer repeat = withKey.post("/api/cart/checkout", "{\"paymentMethod\":\"sim-decline\"}");

        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.body()).isEqualTo(order.body());
        assertThat(domain.commands.stream().filter(command -> command.getPayload() instanceof CheckOutCart))
                .hasSize(1);
    }

    @Test
    void refusesAKeyThatCameWithAnotherBody() {
        ada.post("/api/cart/items", ONE_LAPTOP);
        EdgeClient withKey = ada.with("Idempotency-Key", "second");
        withKey.post("/api/cart/checkout", null);

        Answer answer = withKey.post("/api/cart/checkout", "{\"acceptPriceChanges\":true}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(answer.fields()).containsExactly("Idempotency-Key");
    }

    @Test
    void isPutOffWhileTheProcessIsTooManyEventsBehind() {
        ada.post("/api/cart/items", ONE_LAPTOP);
        Edge.UNREAD.set(5_001);
        try {
            Answer putOff = ada.post("/api/cart/checkout", null);

            assertThat(putOff.status()).isEqualTo(503);
            assertThat(putOff.at("/code")).isEqualTo("OVERLOADED");
            assertThat(putOff.header("Retry-After")).isEqualTo("2");
            Edge.UNREAD.set(5_000);
            assertThat(ada.post("/api/cart/checkout", null).status()).isEqualTo(201);
        } finally {
            Edge.UNREAD.set(0);
        }
    }

    @Test
    void refusesAnEmptyCart() {
        Answer answer = ada.post("/api/cart/checkout", "{}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/code")).isEqualTo("EMPTY_CART");
        assertThat(answer.at("/type")).isEqualTo("/problems/empty-cart");
    }

    @Test
    void tellsTheFactsOfARefusalWithMoneyAsText() {
        var customer = new CustomerId("user-ada");
        var line = new CartLine(MadeUpDomain.MOUSE, "Mouse", MadeUpDomain.PRICE, 1);
        domain.carts.put(
                customer.value(),
                new CartView(
                        CartId.of(customer).value(),
                        customer.value(),
                        List.of(line),
                        line.unitPrice(),
                        Instant.EPOCH,
                        0));

        Answer answer = ada.post("/api/cart/checkout", null);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/code")).isEqualTo("PRICE_CHANGED");
        assertThat(answer.at("/changes/0/newPrice/amount")).isEqualTo("12.50");
        assertThat(answer.json().at("/status").asInt()).isEqualTo(409);
    }

    @Test
    void refusesAnUnknownPaymentMethodBeforeAnythingIsSent() {
        Answer answer = ada.post("/api/cart/checkout", "{\"paymentMethod\":\"shells\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/code")).isEqualTo("UNKNOWN_PAYMENT_METHOD");
        assertThat(answer.fields()).containsExactly("paymentMethod");
        assertThat(domain.commands).isEmpty();
    }

    @Test
    void takesNoDiscontinuedProductIntoACart() {
        Answer answer = ada.post("/api/cart/items", "{\"productId\":\"product-mouse\",\"quantity\":1}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/code")).isEqualTo("PRODUCT_UNAVAILABLE");
    }

    @Test
    void namesAnAdditionByCustomerAndKey() {
        ada.with("Idempotency-Key", "k").post("/api/cart/items", ONE_LAPTOP);
        ada.with("Idempotency-Key", "k").post("/api/cart/items", ONE_LAPTOP);
        EdgeClient.anyone(port).as("bob").with("Idempotency-Key", "k").post("/api/cart/items", ONE_LAPTOP);

        List<String> additions = domain.commands.stream()
                .map(command -> ((AddCartItem) command.getPayload()).additionId())
                .toList();
        assertThat(additions.get(0)).isEqualTo(additions.get(1)).isNotEqualTo(additions.get(2));
    }

    private CheckOutCart sent() {
        return domain.commands.stream()
                .map(command -> command.getPayload())
                .filter(CheckOutCart.class::isInstance)
                .map(CheckOutCart.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
