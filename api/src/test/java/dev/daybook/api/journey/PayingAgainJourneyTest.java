package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@TestPropertySource(properties = "daybook.lifecycle.payment-due=3s")
class PayingAgainJourneyTest extends JourneyTest {
    @Test
    void aDeclinedOrderWaitsAndGoesOnWhenItIsPaidAgain() {
        User customer = shop.customer();
        String order = customer.buy(admin.addProduct(5), 1, "sim-decline");
        customer.awaitPayment(order, "DECLINED");
        assertThat(customer.order(order).at("/status").asString()).isEqualTo("CREATED");

        customer.post("/api/orders/" + order + "/payment", "{\"method\": \"sim-approve\"}")
                .expect(200);

        customer.awaitStatus(order, "DELIVERED");
        JsonNode payments =
                customer.get("/api/orders/" + order + "/payments").expect(200).json();
        assertThat(payments.at("/items").valueStream().map(p -> p.at("/status").asString()))
                .containsExactly("DECLINED", "CAPTURED");
    }

    @Test
    void aDeclinedOrderIsCancelledWhenThePaymentFallsDue() {
        User customer = shop.customer();
        String product = admin.addProduct(5);
        String order = customer.buy(product, 2, "sim-decline");

        JsonNode cancelled = customer.awaitStatus(order, "CANCELLED");

        assertThat(cancelled.at("/cancellation/reason").asString()).isEqualTo("PAYMENT_TIMEOUT");
        admin.awaitStock(product, 5, 0);
        customer.post("/api/orders/" + order + "/payment", "{\"method\": \"sim-approve\"}")
                .expectProblem(409, "PAYMENT_NOT_RETRYABLE");
    }

    @Test
    void anOrderThatIsPaidCannotBePaidAgain() {
        User customer = shop.customer();
        String order = customer.buy(admin.addProduct(5), 1);
        customer.awaitPayment(order, "CAPTURED");

        customer.post("/api/orders/" + order + "/payment", "{\"method\": \"sim-approve\"}")
                .expectProblem(409, "PAYMENT_NOT_RETRYABLE");
    }

    @Test
    void aProviderThatDoesNotAnswerIsAskedAgain() {
        User customer = shop.customer();
        String order = customer.buy(admin.addProduct(5), 1, "sim-timeout");

        customer.awaitStatus(order, "PROCESSING");
    }
}
