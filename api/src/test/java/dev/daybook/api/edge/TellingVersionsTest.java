package dev.daybook.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.api.edge.EdgeClient.Answer;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductCommand.ChangeProductDetails;
import dev.daybook.catalog.contract.ProductCommand.RepriceProduct;
import dev.daybook.order.contract.OrderCommand.CancelOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
class TellingVersionsTest {
    private static final OrderId ORDER = new OrderId("order-1");

    @LocalServerPort
    int port;

    @Autowired
    MadeUpDomain domain;

    private EdgeClient ada;

    @BeforeEach
    void startAfresh() {
        domain.commands.clear();
        domain.orders.put(ORDER.value(), MadeUpDomain.order(ORDER, "user-ada", 2));
        ada = EdgeClient.anyone(port).as("ada");
    }

    @Test
    void showsAnOrderInItsShape() {
        Answer order = ada.get("/api/orders/order-1");

        assertThat(order.header("ETag")).isEqualTo("\"2.0\"");
        assertThat(order.json()).isEqualTo(EdgeClient.json("""
                        {"id":"order-1","customerId":"user-ada","status":"CREATED","statusLabel":"Created",
                         "items":[{"productId":"product-laptop","name":"Laptop",
                                   "unitPrice":{"amount":"999.99","currency":"USD"},"quantity":2,
                                   "lineTotal":{"amount":"1999.98","currency":"USD"}}],
                         "total":{"amount":"1999.98","currency":"USD"},"payment":null,
                         "nextStep":{"what":"PAYMENT_DUE","dueAt":"2026-05-12T12:15:00Z"},"cancellation":null,
                         "flagged":false,"createdAt":"2026-05-12T12:00:00Z","updatedAt":"2026-05-12T12:00:00Z",
                         "archived":false,"version":"2.0"}"""));
    }

    @Test
    void sendsNothingTwiceToWhoHasItAlready() {
        assertThat(ada.with("If-None-Match", "\"2.0\"")
                        .get("/api/orders/order-1")
                        .status())
                .isEqualTo(304);
        assertThat(ada.get("/api/products/product-laptop").header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void labelsStatusesInRussian() {
        Answer order = ada.with("Accept-Language", "ru").get("/api/orders/order-1");

        assertThat(order.at("/statusLabel")).isEqualTo("Создан");
        assertThat(ada.with("Accept-Language", "ru").get("/api/orders/statuses").at("/items/4/label"))
                .isEqualTo("Отменён");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"2.0\"", "\"2.7\"", "\"2\"", "\"1.0\", \"2.0\"", " \"2.0\" "})
    void takesAnIfMatchThatNamesTheOrdersSequence(String ifMatch) {
        assertThat(ada.with("If-Match", ifMatch)
                        .put("/api/orders/order-1/cancel", null)
                        .status())
                .isEqualTo(200);
        assertThat(domain.commands).hasSize(1);
    }

    @Test
    void leavesAVersionThatTheViewDoesNotShowYetToTheOrder() {
        ada.with("If-Match", "\"3.0\"").put("/api/orders/order-1/cancel", null);

        assertThat(domain.commands.getFirst().getPayload())
                .isInstanceOfSatisfying(
                        CancelOrder.class,
                        cancel -> assertThat(cancel.expectedVersion()).isEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1.0\"", "W/\"2.0\"", "\"\"", "\"abc\"", "\"99999999999999999999\""})
    void refusesAStaleOne(String ifMatch) {
        Answer answer = ada.with("If-Match", ifMatch).put("/api/orders/order-1/cancel", null);

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.at("/code")).isEqualTo("PRECONDITION_FAILED");
        assertThat(domain.commands).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "\"2.0", "'2.0'", "\"2.0\" \"3.0\"", ",", "*, \"2.0\""})
    void cannotReadAMalformedOne(String ifMatch) {
        Answer answer = ada.with("If-Match", ifMatch).put("/api/orders/order-1/cancel", null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/code")).isEqualTo("MALFORMED_PRECONDITION");
        assertThat(domain.commands).isEmpty();
    }

    @Test
    void chainsTheTwoCommandsOfAProductChange() {
        Answer answer =
                EdgeClient.anyone(port).as("admin").with("If-Match", "\"3\"").put("/api/products/product-laptop", """
                        {"sku":" LAP-1 ","name":" Laptop 15 ","category":"Electronics",
                         "price":{"amount":"1099","currency":"USD"}}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(domain.commands.getFirst().getPayload())
                .isEqualTo(new ChangeProductDetails(MadeUpDomain.LAPTOP, "Laptop 15", "", "Electronics", "", 3L));
        assertThat(domain.commands.getLast().getPayload()).isInstanceOfSatisfying(RepriceProduct.class, reprice -> {
            assertThat(reprice.expectedVersion()).isEqualTo(4);
            assertThat(reprice.price().minorUnits()).isEqualTo(109_900);
        });
    }

    @Test
    void refusesReasonsThatOnlyTheProcessGives() {
        Answer answer = ada.put("/api/orders/order-1/cancel", "{\"reason\":\"OUT_OF_STOCK\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("reason");
        assertThat(ada.put("/api/orders/order-1/cancel", "{\"reason\":\"bored\"}")
                        .fields())
                .containsExactly("reason");
    }

    @Test
    void refusesToCreateAnOrderByHand() {
        EdgeClient admin = EdgeClient.anyone(port).as("admin");

        assertThat(admin.put("/api/orders/order-1/status", "{\"status\":\"CREATED\"}")
                        .at("/code"))
                .isEqualTo("STEP_NOT_POSSIBLE");
        assertThat(admin.put("/api/orders/order-1/status", "{\"status\":\"LOST\"}")
                        .fields())
                .containsExactly("status");
    }

    @Test
    void saysWhichRuleRefused() {
        Answer refused = ada.post("/api/orders/order-1/payment", "{\"method\":\"sim-approve\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/code")).isEqualTo("PAYMENT_NOT_RETRYABLE");
        assertThat(refused.at("/type")).isEqualTo("/problems/payment-not-retryable");
        Answer unknown = ada.post("/api/orders/order-1/payment", "{\"method\":\"shells\"}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.at("/code")).isEqualTo("UNKNOWN_PAYMENT_METHOD");
        assertThat(unknown.fields()).containsExactly("method");
    }
}
