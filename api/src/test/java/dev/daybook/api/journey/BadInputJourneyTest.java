package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each bad request is a 4xx problem that names the field, and writes nothing. */
class BadInputJourneyTest extends JourneyTest {
    @Autowired
    private JdbcTemplate store;

    private User customer;
    private String product;

    @BeforeEach
    void openACart() {
        customer = shop.customer();
        product = admin.addProduct(10);
        customer.putInCart(product, 1).expect(200);
    }

    @Test
    void ofACart() {
        long before = eventsOf(cart());

        bad(customer.post("/api/cart/items", item("\"" + product + "\"", "0")), 422, "quantity");
        bad(customer.post("/api/cart/items", item("\"" + product + "\"", "-1")), 422, "quantity");
        bad(customer.post("/api/cart/items", item("\"" + product + "\"", "1000000000")), 422, "quantity");
        bad(customer.post("/api/cart/items", item("\"" + product + "\"", "123456789012345678901")), 422, "quantity");
        bad(customer.post("/api/cart/items", item("\"" + product + "\"", "\"1\"")), 422, "quantity");
        bad(customer.post("/api/cart/items", item("\"" + product + "\"", "1.5")), 422, "quantity");
        bad(customer.post("/api/cart/items", item("\"" + product + "\"", "null")), 422, "quantity");
        bad(customer.post("/api/cart/items", item("7", "1")), 422, "productId");
        bad(customer.post("/api/cart/items", item("\"product-none\"", "1")), 404, "productId");
        bad(customer.post("/api/cart/items", item("\"' or 1=1 --\"", "1")), 404, "productId");
        bad(customer.post("/api/cart/items", "{}"), 422, "productId");
        bad(customer.post("/api/cart/items", "{\"surprise\": 1}"), 422, "surprise");
        bad(customer.post("/api/cart/items", "{\"productId\": "), 400, "body");
        bad(customer.put("/api/cart/items/" + product, "{\"quantity\": 0}"), 422, "quantity");
        customer.put("/api/cart/items/product-none", "{\"quantity\": 1}").expect(404);
        customer.post("/api/cart/items", "x".repeat(10_000_000)).expectProblem(413, "BODY_TOO_LARGE");
        customer.post("/api/cart/items", item("\"" + product + "\"", "1"), "Accept", "application/xml")
                .expectProblem(406, "NOT_ACCEPTABLE");
        // more than a line holds, in two steps
        customer.putInCart(product, 999).expectProblem(422, "QUANTITY_LIMIT");

        assertThat(eventsOf(cart())).isEqualTo(before);
    }

    @Test
    void ofACheckout() {
        long before = eventsOf(cart());

        bad(customer.checkOut("shells"), 422, "paymentMethod");
        bad(customer.post("/api/cart/checkout", "{\"paymentMethod\": 1}"), 422, "paymentMethod");
        bad(customer.post("/api/cart/checkout", "{\"acceptPriceChanges\": \"yes\"}"), 422, "acceptPriceChanges");
        bad(customer.post("/api/cart/checkout", "{\"total\": 0}"), 422, "total");
        bad(customer.post("/api/cart/checkout", "[]"), 422, "body");
        bad(customer.checkOut("sim-approve", "Idempotency-Key", "not one word"), 422, "Idempotency-Key");

        assertThat(eventsOf(cart())).isEqualTo(before);
        assertThat(customer.get("/api/orders").expect(200).json().at("/items").size())
                .isZero();
    }

    @Test
    void ofAProduct() {
        long before = productsAdded();

        bad(
                admin.post("/api/products", product("\"price\": {\"amount\": \"-1\", \"currency\": \"USD\"}")),
                422,
                "price.amount");
        bad(
                admin.post("/api/products", product("\"price\": {\"amount\": 1.5, \"currency\": \"USD\"}")),
                422,
                "price.amount");
        bad(
                admin.post("/api/products", product("\"price\": {\"amount\": \"1.005\", \"currency\": \"USD\"}")),
                422,
                "price.amount");
        bad(
                admin.post("/api/products", product("\"price\": {\"amount\": \"1\", \"currency\": \"ABC\"}")),
                422,
                "price.currency");
        bad(admin.post("/api/products", product("\"price\": null")), 422, "price");
        bad(admin.post("/api/products", "{\"name\": \"No sku\"}"), 422, "sku");
        bad(
                admin.post(
                        "/api/products",
                        product("\"price\": {\"amount\": \"1\", \"currency\": \"USD\"}, \"stock\": -1")),
                422,
                "stock");
        bad(admin.post("/api/products/" + product + "/stock", "{\"delta\": 0, \"reason\": \"r\"}"), 422, "delta");
        bad(admin.post("/api/products/" + product + "/stock", "{\"delta\": 1}"), 422, "reason");
        admin.post("/api/products/" + product + "/stock", "{\"delta\": -11, \"reason\": \"r\"}")
                .expectProblem(409, "STOCK_BELOW_RESERVED");
        admin.put("/api/products/product-none", product("\"price\": {\"amount\": \"1\", \"currency\": \"USD\"}"))
                .expectProblem(404, "NOT_FOUND");

        assertThat(productsAdded()).isEqualTo(before);
        assertThat(admin.stock(product).at("/onHand").asInt()).isEqualTo(10);
    }

    @Test
    void ofAnOrder() {
        String order = customer.checkOut().expect(201).text("/id");

        bad(customer.put("/api/orders/" + order + "/cancel", "{\"reason\": \"OUT_OF_STOCK\"}"), 422, "reason");
        bad(customer.put("/api/orders/" + order + "/cancel", "{\"reason\": 3}"), 422, "reason");
        bad(customer.post("/api/orders/" + order + "/payment", "{\"method\": \"shells\"}"), 422, "method");
        bad(admin.put("/api/orders/" + order + "/status", "{\"status\": \"LOST\"}"), 422, "status");
        admin.put("/api/orders/" + order + "/status", "{\"status\": \"CREATED\"}")
                .expectProblem(409, "STEP_NOT_POSSIBLE");
        customer.put("/api/orders/" + order + "/cancel", "", "If-Match", "5")
                .expectProblem(400, "MALFORMED_PRECONDITION");
        customer.put("/api/orders/" + order + "/cancel", "", "If-Match", "\"77.0\"")
                .expectProblem(412, "PRECONDITION_FAILED");
        customer.get("/api/orders/order-none").expectProblem(404, "NOT_FOUND");
        customer.get("/api/orders/1%20or%201=1").expectProblem(404, "NOT_FOUND");

        assertThat(customer.order(order).at("/cancellation").isNull()).isTrue();
    }

    @Test
    void ofAList() {
        String cursor = Shop.encode(shop.anyone()
                .get("/api/products?limit=1&sort=price")
                .expect(200)
                .text("/nextCursor"));

        for (String list : List.of("/api/products", "/api/orders", "/api/users", "/api/carts", "/api/admin/audit")) {
            bad(admin.get(list + "?limit=0"), 422, "limit");
            bad(admin.get(list + "?limit=101"), 422, "limit");
            bad(admin.get(list + "?limit=few"), 422, "limit");
            bad(admin.get(list + "?cursor=nonsense"), 422, "cursor");
            bad(admin.get(list + "?cursor=" + "x".repeat(1001)), 422, "cursor");
        }
        bad(admin.get("/api/products?sort=name&limit=1&cursor=" + cursor), 422, "cursor");
        bad(admin.get("/api/products?sort=price&inStock=true&limit=1&cursor=" + cursor), 422, "cursor");
        bad(admin.get("/api/products?sort=colour"), 422, "sort");
        bad(admin.get("/api/products?minPrice=ten"), 422, "minPrice");
        bad(admin.get("/api/products?minPrice=2&maxPrice=1"), 422, "minPrice");
        bad(admin.get("/api/products?inStock=maybe"), 422, "inStock");
        bad(admin.get("/api/orders?status=LOST"), 422, "status");
        bad(admin.get("/api/admin/audit?from=yesterday"), 422, "from");
        bad(admin.get("/api/admin/orders/order-none?at=then"), 422, "at");
        bad(admin.get("/api/admin/statistics?days=0"), 422, "days");
        admin.get("/api/admin/orders/order-none/history").expectProblem(404, "NOT_FOUND");
        admin.post("/api/admin/projections/nothing/replay", "").expectProblem(404, "UNKNOWN_PROJECTION");
        admin.post("/api/admin/dead-letters/nothing/retry", "").expectProblem(404, "UNKNOWN_PROJECTION");
    }

    @Test
    void ofAnAccount() {
        User anyone = shop.anyone();

        bad(anyone.post("/api/users/register", account("a b", Shop.PASSWORD, "A B")), 422, "username");
        bad(anyone.post("/api/users/register", account("okay.name", "short", "A B")), 422, "password");
        bad(anyone.post("/api/users/register", account("okay.name", Shop.PASSWORD, " ")), 422, "fullName");
        bad(anyone.post("/api/users/register", "{}"), 422, "username");
        anyone.post("/api/users/register", account("admin", Shop.PASSWORD, "A B"))
                .expectProblem(409, "USERNAME_TAKEN");
        bad(customer.put("/api/users/me", "{\"fullName\": \"A\", \"email\": \"nowhere\"}"), 422, "email");
        bad(
                customer.put(
                        "/api/users/me/password",
                        "{\"currentPassword\": \"wrong one\", \"newPassword\": \"another good one\"}"),
                422,
                "currentPassword");
        bad(admin.put("/api/users/" + customer.id() + "/roles", "{\"roles\": [\"KING\"]}"), 422, "roles[0]");
        bad(admin.put("/api/users/" + customer.id() + "/roles", "{\"roles\": \"ADMIN\"}"), 422, "roles");
    }

    private static void bad(Answer answer, int status, String field) {
        answer.expect(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/errors").values().stream()
                        .map(error -> error.path("field").asString()))
                .as(answer.body())
                .contains(field);
    }

    private static String item(String productId, String quantity) {
        return "{\"productId\": " + productId + ", \"quantity\": " + quantity + "}";
    }

    private static String product(String price) {
        return """
                {"sku": "BAD-1", "name": "Bad", "category": "Tests", "manufacturer": "Testers", %s}""".formatted(price);
    }

    private static String account(String name, String password, String fullName) {
        return """
                {"username": "%s", "password": "%s", "fullName": "%s"}""".formatted(name, password, fullName);
    }

    private String cart() {
        return customer.id().replaceFirst("user-", "cart-");
    }

    private long eventsOf(String aggregate) {
        return count("select count(*) from domain_event_entry where aggregateIdentifier = ?", aggregate);
    }

    private long productsAdded() {
        return count("select count(*) from domain_event_entry where payloadType like ?", "%ProductAdded");
    }

    private long count(String sql, String argument) {
        return Objects.requireNonNull(store.queryForObject(sql, Long.class, argument));
    }
}
