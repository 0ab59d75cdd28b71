package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
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

        Function<String, Answer> after = type -> admin.get("/api/admin/orders/" + order + "?event="
                + history.at("/items").get(types.indexOf(type)).at("/eventId").asString());
        after.apply("CartCheckedOut").expectProblem(404, "NOT_FOUND");
        JsonNode created = after.apply("OrderCreated").expect(200).json();
        assertThat(created.at("/version").asString()).isEqualTo("0.0");
        assertThat(created.at("/payment").isNull()).isTrue();
        JsonNode requested = after.apply("PaymentRequested").expect(200).json();
        assertThat(requested.at("/payment/status").asString()).isEqualTo("PENDING");
        JsonNode captured = after.apply("PaymentCaptured").expect(200).json();
        assertThat(captured.at("/payment/status").asString()).isEqualTo("CAPTURED");
        assertThat(captured.at("/version").asString())
                .isEqualTo(requested.at("/version").asString().replace(".1", ".2"));
        assertThat(after.apply("OrderShipped").expect(200).text("/status")).isEqualTo("SHIPPING");
    }

    @Test
    void onlyAnEventOfTheOrderTellsWhereInItsHistoryToLook() {
        User customer = shop.customer();
        String product = admin.addProduct(2);
        String order = customer.buy(product, 1);
        String other = customer.buy(product, 1);
        String event =
                admin.get("/api/admin/orders/" + other + "/history").expect(200).text("/items/0/eventId");

        for (String wrong : List.of("event=" + event, "event=nothing", "event=" + event + "&at=2099-01-01T00:00:00Z")) {
            Answer refused =
                    admin.get("/api/admin/orders/" + order + "?" + wrong).expectProblem(422, "INVALID_REQUEST");
            assertThat(refused.text("/errors/0/field")).isEqualTo("event");
        }
        admin.get("/api/admin/orders/order-none?event=" + event).expectProblem(404, "NOT_FOUND");
        admin.get("/api/admin/orders/" + other + "?at=2099-01-01T00:00:00Z").expect(200);
    }
}
