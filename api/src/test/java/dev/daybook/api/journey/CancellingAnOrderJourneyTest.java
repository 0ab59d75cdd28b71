package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Orders stay where the test wants them: the process waits a minute before each step, an administrator goes ahead. */
@TestPropertySource(
        properties = {
            "daybook.lifecycle.processing-after=60s",
            "daybook.lifecycle.ships-after=60s",
            "daybook.lifecycle.delivery-min=60s",
            "daybook.lifecycle.delivery-max=60s",
        })
class CancellingAnOrderJourneyTest extends JourneyTest {
    @Test
    void aCustomerCancelsInCreatedAndGetsStockAndMoneyBack() {
        User customer = shop.customer();
        String product = admin.addProduct(5);
        String order = customer.buy(product, 2);
        customer.awaitPayment(order, "CAPTURED");

        JsonNode cancelled = customer.put("/api/orders/" + order + "/cancel", "{}")
                .expect(200)
                .json();

        assertThat(cancelled.at("/status").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.at("/cancellation/reason").asString()).isEqualTo("OTHER");
        customer.awaitPayment(order, "REFUNDED");
        admin.awaitStock(product, 5, 0);
    }

    @Test
    void aCustomerCancelsInProcessing() {
        User customer = shop.customer();
        String product = admin.addProduct(5);
        String order = customer.buy(product, 1);
        advance(customer, order, "PROCESSING");

        customer.put("/api/orders/" + order + "/cancel", "{\"reason\": \"ORDERED_BY_MISTAKE\"}")
                .expect(200);

        customer.awaitPayment(order, "REFUNDED");
        admin.awaitStock(product, 5, 0);
    }

    @Test
    void aCustomerIsRefusedInShippingAndAnAdministratorIsNot() {
        User customer = shop.customer();
        String product = admin.addProduct(5);
        String order = customer.buy(product, 1);
        advance(customer, order, "PROCESSING");
        advance(customer, order, "SHIPPING");
        admin.awaitStock(product, 4, 0);

        customer.put("/api/orders/" + order + "/cancel", "{}").expectProblem(409, "NOT_CANCELLABLE");
        assertThat(customer.order(order).at("/status").asString()).isEqualTo("SHIPPING");

        admin.put("/api/orders/" + order + "/status", "{\"status\": \"CANCELLED\"}")
                .expect(200);
        customer.awaitPayment(order, "REFUNDED");
        admin.awaitStock(product, 5, 0);
    }

    @Test
    void cancellingTwiceIsTheSameAsOnceAndRefundsOnce() {
        User customer = shop.customer();
        String product = admin.addProduct(5);
        String order = customer.buy(product, 1);
        customer.awaitPayment(order, "CAPTURED");

        customer.put("/api/orders/" + order + "/cancel", "{}").expect(200);
        customer.put("/api/orders/" + order + "/cancel", "{}").expect(200);

        customer.awaitPayment(order, "REFUNDED");
        assertThat(types(order)).containsOnlyOnce("OrderCancelled", "PaymentRefundRequested", "PaymentRefunded");
    }

    @Test
    void aCaptureThatArrivesAfterTheCancellationIsRefundedOnce() {
        User customer = shop.customer();
        String product = admin.addProduct(5);
        String order = customer.buy(product, 1, "sim-timeout");
        customer.awaitPayment(order, "PENDING");

        customer.put("/api/orders/" + order + "/cancel", "{}").expect(200);

        customer.awaitPayment(order, "REFUNDED");
        admin.awaitStock(product, 5, 0);
        assertThat(types(order))
                .containsSubsequence(
                        "OrderCancelled",
                        "PaymentVoided",
                        "PaymentCaptured",
                        "PaymentRefundRequested",
                        "PaymentRefunded")
                .containsOnlyOnce("PaymentRefundRequested", "PaymentRefunded");
    }

    private void advance(User customer, String order, String status) {
        if (status.equals("PROCESSING")) customer.awaitPayment(order, "CAPTURED");
        org.awaitility.Awaitility.await("order to be " + status)
                .until(() -> admin.put("/api/orders/" + order + "/status", "{\"status\": \"" + status + "\"}")
                                .status()
                        == 200);
    }

    private java.util.List<String> types(String order) {
        return admin.get("/api/admin/orders/" + order + "/history")
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .map(entry -> entry.at("/type").asString())
                .toList();
    }
}
