package dev.daybook.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.api.edge.EdgeClient.Answer;
import dev.daybook.catalog.contract.OrderId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
class LettingInTest {
    private static final OrderId ORDER = new OrderId("order-1");

    @LocalServerPort
    int port;

    @Autowired
    MadeUpDomain domain;

    private EdgeClient anyone;

    @BeforeEach
    void startAfresh() {
        domain.commands.clear();
        domain.orders.clear();
        domain.orders.put(ORDER.value(), MadeUpDomain.order(ORDER, "user-ada", 2));
        anyone = EdgeClient.anyone(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/products",
                "/api/products/product-laptop",
                "/api/categories",
                "/api/orders/statuses",
                "/problems/not-found",
                "/v3/api-docs",
                "/actuator/health"
            })
    void letsAnyoneReadWhatIsOpen(String path) {
        assertThat(anyone.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/users/me",
        "GET,/api/users/me/profile",
        "GET,/api/users/me/orders",
        "GET,/api/users/me/cart",
        "GET,/api/users/me/total-spent",
        "GET,/api/users/me/recent-views",
        "PUT,/api/users/me",
        "PUT,/api/users/me/password",
        "GET,/api/cart",
        "GET,/api/cart/total",
        "DELETE,/api/cart",
        "POST,/api/cart/items",
        "PUT,/api/cart/items/product-laptop",
        "POST,/api/cart/checkout",
        "GET,/api/orders",
        "GET,/api/orders/order-1",
        "GET,/api/orders/order-1/updates",
        "GET,/api/orders/order-1/payments",
        "PUT,/api/orders/order-1/cancel",
        "POST,/api/orders/order-1/payment",
        "POST,/api/products/product-laptop/view"
    })
    void asksForATokenWhereSomeoneMustBeSignedIn(String method, String path) {
        Answer answer = anyone.send(method, path, method.equals("GET") ? null : "{}");

        assertRefused(answer, 401, "UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/users",
        "PUT,/api/users/user-ada/roles",
        "POST,/api/products",
        "PUT,/api/products/product-laptop",
        "DELETE,/api/products/product-laptop",
        "GET,/api/products/product-laptop/stock",
        "POST,/api/products/product-laptop/stock",
        "GET,/api/carts",
        "PUT,/api/orders/order-1/status",
        "GET,/api/admin/orders/order-1/history",
        "GET,/api/admin/orders/order-1",
        "GET,/api/admin/audit",
        "GET,/api/admin/projections",
        "POST,/api/admin/projections/orderlist/replay",
        "POST,/api/admin/projections/orderlist/switch-back",
        "GET,/api/admin/dead-letters",
        "POST,/api/admin/dead-letters/orderlist/retry",
        "GET,/api/admin/statistics",
        "GET,/api/admin/anything-else"
    })
    void keepsUsersOutOfWhatIsForAdministrators(String method, String path) {
        String body = method.equals("GET") ? null : "{}";

        assertRefused(anyone.send(method, path, body), 401, "UNAUTHENTICATED");
        assertRefused(anyone.as("ada").send(method, path, body), 403, "FORBIDDEN");
        assertThat(anyone.as("admin").send(method, path, body).status()).isNotIn(401, 403, 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/updates", "/payments"})
    void hidesTheOrdersOfOthers(String part) {
        assertRefused(anyone.as("bob").get("/api/orders/order-1" + part), 404, "NOT_FOUND");
    }

    @Test
    void takesNoWordAboutTheOrdersOfOthers() {
        assertRefused(anyone.as("bob").put("/api/orders/order-1/cancel", null), 404, "NOT_FOUND");
        assertRefused(
                anyone.as("bob").post("/api/orders/order-1/payment", "{\"method\":\"sim-approve\"}"), 404, "NOT_FOUND");
        assertThat(domain.commands).isEmpty();
        assertThat(anyone.as("bob").get("/api/orders").json().at("/items").size())
                .isZero();
        assertThat(anyone.as("bob")
                        .get("/api/orders?customerId=user-ada")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(anyone.as("ada").get("/api/orders").json().at("/items").size())
                .isOne();
        assertThat(anyone.as("admin").get("/api/orders").json().at("/items").size())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c2VyLWFkYSJ9."})
    void refusesATokenThatIsNoGoodEvenWhereNoneIsNeeded(String token) {
        Answer answer = anyone.as(token).get("/api/products");

        assertRefused(answer, 401, "UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void takesNoOtherWayIn() {
        assertRefused(anyone.with("Authorization", "Basic YWRtaW46YWRtaW4=").get("/api/cart"), 401, "UNAUTHENTICATED");
        assertRefused(anyone.with("X-User-Id", "user-root").get("/api/cart"), 401, "UNAUTHENTICATED");
        assertThat(anyone.get("/api/cart?access_token=ada").status()).isEqualTo(401);
        assertRefused(anyone.with("X-Role", "ADMIN").as("ada").get("/api/users"), 403, "FORBIDDEN");
    }

    @Test
    void showsOfTheActuatorOnlyHealthAndMetrics() {
        assertThat(anyone.get("/actuator/env").status()).isEqualTo(401);
        assertRefused(anyone.as("admin").get("/actuator/env"), 403, "FORBIDDEN");
    }

    @Test
    void setsTheHeadersThatBrowsersHeed() {
        Answer answer = anyone.get("/api");

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void saysOnEveryCommandWhoAsks() {
        anyone.as("admin").with("X-Request-Id", "r-1").put("/api/orders/order-1/status", "{\"status\":\"SHIPPING\"}");

        var metaData = domain.commands.getFirst().getMetaData();
        assertThat(metaData)
                .containsEntry("actor", "user-root")
                .containsEntry("role", "ADMIN")
                .containsEntry("requestId", "r-1")
                .doesNotContainKey("process");
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/code")).isEqualTo(code);
        assertThat(answer.at("/traceId")).isNotBlank();
    }
}
