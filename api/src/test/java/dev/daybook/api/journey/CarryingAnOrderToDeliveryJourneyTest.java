package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CarryingAnOrderToDeliveryJourneyTest extends JourneyTest {
    @Test
    void anOrderGoesFromCreatedToDeliveredByItselfAndItsHistoryTellsHow() {
        User customer = shop.customer();
        String product = admin.addProduct(5);

        customer.putInCart(product, 2).expect(200);
        Answer checkout = customer.checkOut().expect(201);
        String order = checkout.text("/id");
        assertThat(checkout.header("Location")).isEqualTo("/api/orders/" + order);
        assertThat(checkout.text("/status")).isEqualTo("CREATED");
        assertThat(checkout.text("/total/amount")).isEqualTo("20.00");
        assertThat(customer.get("/api/cart").expect(200).json().at("/items").size())
                .isZero();

        customer.awaitStatus(order, "PROCESSING");
        customer.awaitStatus(order, "SHIPPING");
        JsonNode delivered = customer.awaitStatus(order, "DELIVERED");
        assertThat(delivered.at("/payment/status").asString()).isEqualTo("CAPTURED");
        admin.awaitStock(product, 3, 0);
        assertThat(customer.get("/api/users/me/total-spent").expect(200).body()).contains("20.00");

        JsonNode history =
                admin.get("/api/admin/orders/" + order + "/history").expect(200).json();
        List<String> types = history.at("/items")
                .valueStream()
                .map(e -> e.at("/type").asString())
                .toList();
        assertThat(types)
                .startsWith("CartCheckedOut", "OrderCreated")
                .containsSubsequence(
                        "StockReserved",
                        "OrderStockReserved",
                        "PaymentRequested",
                        "PaymentCaptured",
                        "OrderPaid",
                        "OrderProcessingStarted",
                        "OrderShipped",
                        "StockDispatched",
                        "OrderDelivered");
    }
}
