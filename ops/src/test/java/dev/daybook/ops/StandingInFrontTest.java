package dev.daybook.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.ops.Upstream.Way;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway does by itself, whoever is behind it. {@link PassingTheGatewayIT} has Daybook behind it. */
class StandingInFrontTest {
    private static final String ORDER = "{}";

    @Test
    void sendsEverythingToHttps() throws Exception {
        try (var nginx = new Nginx(Nginx.before(Ports.free()));
                var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(nginx.http().resolve("/api/products?q=a%20b"))
                            .build(),
                    BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(308);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValue(nginx.https().resolve("/api/products?q=a%20b").toString());
            assertThat(answer.headers().firstValue("Server")).hasValue("nginx");
        }
    }

    @Test
    void speaksTls13AndHttp2() {
        try (var nginx = new Nginx(Nginx.before(Ports.free()))) {
            var answer = nginx.visitor().get("/").response();

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/health",
                "//actuator/prometheus",
                "/%61ctuator/prometheus",
                "/api/../actuator/prometheus",
                "/apis",
                "/error"
            })
    void hidesWhatIsNotNamed(String path) throws IOException {
        try (var upstream = new Upstream(Way.DIES);
                var nginx = new Nginx(Nginx.before(upstream.port()))) {
            nginx.visitor().get(path).expectProblem(404, "NOT_FOUND");

            assertThat(upstream.requests()).isEmpty();
        }
    }

    @Test
    void saysWhenNobodyIsThere() {
        try (var nginx = new Nginx(Nginx.before(Ports.free(), Ports.free()))) {
            Answer answer = nginx.visitor().get("/api/products").expectProblem(502, "UNAVAILABLE");

            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        }
    }

    @Test
    void saysWhenNobodyAnswersInTime() throws IOException {
        try (var upstream = new Upstream(Way.KEEPS_SILENT);
                var nginx = new Nginx(with(Nginx.before(upstream.port()), "GATEWAY_READ_TIMEOUT", "200ms"))) {
            Answer answer = nginx.visitor().get("/api/products").expectProblem(504, "UNAVAILABLE");

            assertThat(answer.header("Retry-After")).isEqualTo("5");
        }
    }

    @Test
    void refusesLargeBodies() throws IOException {
        try (var upstream = new Upstream(Way.DIES);
                var nginx = new Nginx(Nginx.before(upstream.port()))) {
            String most = "x".repeat(64 * 1024);

            nginx.visitor().send("POST", "/api/cart/items", most + "x").expectProblem(413, "BODY_TOO_LARGE");
            assertThat(upstream.requests()).isEmpty();

            nginx.visitor().send("POST", "/api/cart/items", most).expectProblem(502, "UNAVAILABLE");
            assertThat(upstream.requests()).isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{0} {1} with {2}: {3} times")
    @CsvSource({
        "GET, /api/products, '', 2",
        "PUT, /api/cart/items/product-1, '', 2",
        "DELETE, /api/cart, '', 2",
        "POST, /api/cart/items, '', 1",
        "POST, /api/cart/items, a-key, 1",
        "POST, /api/cart/checkout, '', 1",
        "POST, /api/cart/checkout, a-key, 2",
        "POST, /cart-api/checkout, a-key, 2",
    })
    void repeatsOnlyWhatIsSafeToRepeat(String method, String path, String key, int times) throws IOException {
        try (var first = new Upstream(Way.DIES);
                var second = new Upstream(Way.DIES);
                var nginx = new Nginx(Nginx.before(first.port(), second.port()))) {
            String[] headers = key.isEmpty() ? new String[0] : new String[] {"Idempotency-Key", key};
            nginx.visitor()
                    .send(method, path, method.equals("GET") ? "" : ORDER, headers)
                    .expectProblem(502, "UNAVAILABLE");

            assertThat(first.requests().size() + second.requests().size()).isEqualTo(times);
        }
    }

    /** Whether or not the instance asks for that. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/orders/order-1/updates", "/api/orders/updates"})
    @Timeout(60)
    void holdsNoLiveUpdateBack(String path) throws IOException {
        try (var upstream = new Upstream(Way.SENDS_ONE);
                var nginx = new Nginx(Nginx.before(upstream.port()));
                var lines = nginx.visitor()
                        .exchange("GET", path, "", BodyHandlers.ofLines(), "Accept-Encoding", "gzip")
                        .body()) {
            assertThat(lines.iterator().next()).isEqualTo("data:the first");
        }
    }

    @Test
    void letsOneAddressDoOnlySoMuch() throws IOException {
        try (var upstream = new Upstream(Way.DIES);
                var nginx = new Nginx(with(
                        Nginx.before(upstream.port()),
                        Map.of("GATEWAY_REQUESTS_PER_SECOND", "1", "GATEWAY_REQUESTS_BURST", "3")))) {
            Visitor greedy = nginx.visitor();
            List<Answer> answers = IntStream.range(0, 20)
                    .mapToObj(i -> greedy.get("/api/products"))
                    .toList();

            Answer refused = answers.getLast().expectProblem(429, "TOO_MANY_REQUESTS");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(answers.getFirst().status()).isEqualTo(502);
            nginx.visitor(InetAddress.getByName("127.0.0.2"))
                    .get("/api/products")
                    .expect(502);
        }
    }

    @Test
    void letsOneAddressHaveOnlySoManyConnections() throws Exception {
        try (var upstream = new Upstream(Way.KEEPS_SILENT);
                var nginx = new Nginx(with(
                        Nginx.before(upstream.port()),
                        Map.of("GATEWAY_CONNECTIONS", "2", "GATEWAY_READ_TIMEOUT", "5s")))) {
            Visitor greedy = nginx.visitor();
            List<Thread> waiting = IntStream.range(0, 2)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> greedy.get("/api/products")))
                    .toList();
            await("both to be asked").until(() -> upstream.requests().size() == 2);

            greedy.get("/api/products").expectProblem(429, "TOO_MANY_REQUESTS");
            for (Thread one : waiting) one.join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "https://admin.shop.example:8443"})
    void letsNamedOriginsIn(String origin) {
        try (var nginx = new Nginx(with(
                Nginx.before(Ports.free()),
                "GATEWAY_ORIGINS",
                "https://shop.example https://admin.shop.example:8443"))) {
            Answer preflight = nginx.visitor()
                    .send(
                            "OPTIONS",
                            "/api/cart/checkout",
                            "",
                            "Origin",
                            origin,
                            "Access-Control-Request-Method",
                            "POST",
                            "Access-Control-Request-Headers",
                            "authorization,content-type,idempotency-key");

            preflight.expect(204);
            assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(preflight.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST, PUT, DELETE");
            assertThat(preflight.header("Access-Control-Allow-Headers"))
                    .contains("Authorization", "Content-Type", "Idempotency-Key", "If-Match");
            assertThat(preflight.header("Access-Control-Max-Age")).isEqualTo("7200");
            assertThat(preflight.header("Vary")).contains("Origin");

            // its own refusals can be read by the page, too
            Answer refused = nginx.visitor().get("/api/products", "Origin", origin);
            refused.expectProblem(502, "UNAVAILABLE");
            assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(refused.header("Access-Control-Expose-Headers")).contains("ETag", "Location", "Retry-After");
            assertThat(refused.header("Access-Control-Allow-Methods")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shopxexample",
                "https://shop.example.evil.test",
                "http://shop.example",
                "https://evil.test | https://evil.test",
                "shop.example",
                "null",
                "|",
                " "
            })
    void leavesOtherOriginsOut(String origin) {
        try (var nginx = new Nginx(with(
                Nginx.before(Ports.free()), "GATEWAY_ORIGINS", "https://shop.example https://admin.shop.example"))) {
            Visitor visitor = nginx.visitor();
            for (Answer answer : List.of(
                    visitor.get("/api/products", "Origin", origin),
                    visitor.send(
                            "OPTIONS", "/api/products", "", "Origin", origin, "Access-Control-Request-Method", "GET")))
                assertThat(answer.response().headers().map())
                        .doesNotContainKeys(
                                "access-control-allow-origin",
                                "access-control-expose-headers",
                                "access-control-allow-methods");
            assertThat(visitor.get("/api/products").header("Vary")).contains("Origin");
        }
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        return with(settings, Map.of(name, value));
    }

    private static Map<String, String> with(Map<String, String> settings, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }
}
