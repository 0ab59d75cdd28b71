package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Someone at the shop: what they can ask of it, in their words. */
record User(Shop shop, @Nullable String token, String id) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The same one, at another instance. */
    User at(Shop other) {
        return new User(other, token, id);
    }

    Answer get(String path) {
        return shop.send(shop.request(path, token).GET());
    }

    Answer post(String path, String body, String... headers) {
        return write("POST", path, body, headers);
    }

    Answer put(String path, String body, String... headers) {
        return write("PUT", path, body, headers);
    }

    Answer delete(String path, String... headers) {
        return write("DELETE", path, "", headers);
    }

    Answer write(String method, String path, String body, String... headers) {
        var request = shop.request(path, token);
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        if (headers.length > 0) request.headers(headers);
        return shop.send(request.method(method, BodyPublishers.ofString(body)));
    }

    // --- customers

    Answer putInCart(String productId, int quantity) {
        return post("/api/cart/items", """
                {"productId": "%s", "quantity": %d}""".formatted(productId, quantity));
    }

    Answer checkOut() {
        return checkOut("sim-approve");
    }

    Answer checkOut(String paymentMethod, String... headers) {
        return post("/api/cart/checkout", """
                {"paymentMethod": "%s"}""".formatted(paymentMethod), headers);
    }

    /** Buys pieces of one product and returns the order's id. */
    String buy(String productId, int quantity) {
        return buy(productId, quantity, "sim-approve");
    }

    String buy(String productId, int quantity, String paymentMethod) {
        putInCart(productId, quantity).expect(200);
        return checkOut(paymentMethod).expect(201).text("/id");
    }

    /**
     * Buys one piece as a client under load should: a checkout that is put off (503) or not yet visible (202) is asked
     * again with the same Idempotency-Key.
     */
    String buyPatiently(String productId) {
        putInCart(productId, 1);
        String key = UUID.randomUUID().toString();
        return await("a checkout to be answered")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .pollDelay(Duration.ZERO)
                .until(() -> checkOut("sim-approve", "Idempotency-Key", key), answer -> answer.status() == 201)
                .text("/id");
    }

    JsonNode order(String orderId) {
        return get("/api/orders/" + orderId).expect(200).json();
    }

    JsonNode awaitStatus(String orderId, String status) {
        return await("order " + orderId + " to be " + status)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(25))
                .until(
                        () -> order(orderId),
                        order -> order.at("/status").asString().equals(status));
    }

    JsonNode awaitPayment(String orderId, String status) {
        return await("payment of " + orderId + " to be " + status)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(25))
                .until(
                        () -> order(orderId),
                        order -> order.at("/payment/status").asString().equals(status));
    }

    // --- administrators

    /** Adds a product of 10.00 USD in a category of its own name and returns its id. */
    String addProduct(int stock) {
        String sku = "TEST-" + UUID.randomUUID();
        Answer added = post("/api/products", """
                {"sku": "%s", "name": "Thing %s", "description": "A thing.", "category": "Tests",
                 "manufacturer": "Testers", "price": {"amount": "10.00", "currency": "USD"}, "stock": %d}""".formatted(sku, sku, stock));
        return added.expect(201).text("/id");
    }

    JsonNode stock(String productId) {
        return get("/api/products/" + productId + "/stock").expect(200).json();
    }

    void awaitStock(String productId, int onHand, int reserved) {
        await("stock of " + productId + " to be " + onHand + " on hand, " + reserved + " reserved")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(25))
                .untilAsserted(() -> {
                    JsonNode stock = stock(productId);
                    assertThat(stock.at("/onHand").asInt()).isEqualTo(onHand);
                    assertThat(stock.at("/reserved").asInt()).isEqualTo(reserved);
                });
    }
}
