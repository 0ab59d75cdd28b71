package dev.daybook.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway in front of two instances of Daybook on one database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PassingTheGatewayIT {
    private static final int ANONYMOUS_PER_MINUTE = 100;
    private static final Pattern REMAINING = Pattern.compile(";r=(\\d+)");

    private static final List<AutoCloseable> RUNNING = new ArrayList<>();
    private static Instance first;
    private static Instance second;
    private static Nginx nginx;
    private static Visitor visitor;
    private static String[] signedIn;

    @BeforeAll
    static void start() {
        Program.installed("nginx");
        String database = System.getenv("DAYBOOK_TEST_MYSQL_URL");
        assumeTrue(database != null, "skipped: DAYBOOK_TEST_MYSQL_URL names no database");
        String[] settings = {
            "--spring.datasource.url=" + database,
            "--spring.datasource.username=daybook",
            "--spring.datasource.password=secret",
            "--daybook.samples=true",
            "--daybook.rate-limit.anonymous-per-minute=" + ANONYMOUS_PER_MINUTE,
            "--daybook.rate-limit.user-per-minute=100000"
        };
        Path key = Instance.signingKey();
        first = new Instance("first", key, settings);
        RUNNING.add(first);
        // the first fills the catalog
        first.awaitReady();
        second = new Instance("second", key, settings);
        RUNNING.add(second);
        second.awaitReady();
        var gateway = new HashMap<>(Nginx.before(first.port(), second.port()));
        gateway.put("GATEWAY_REQUESTS_PER_SECOND", "1000");
        gateway.put("GATEWAY_ORIGINS", "https://shop.example");
        nginx = new Nginx(gateway);
        RUNNING.add(nginx);
        visitor = nginx.visitor();
        signedIn = new String[] {"Authorization", "Bearer " + logIn("demo", "demo-password")};
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable one : RUNNING.reversed()) one.close();
    }

    @Test
    void balancesOverBoth() {
        for (int i = 0; i < 10; i++) get("/api/orders/statuses").expect(200);

        await("both to have counted them")
                .untilAsserted(() -> assertThat(List.of(
                                first.answered("/api/orders/statuses"), second.answered("/api/orders/statuses")))
                        .allMatch(answered -> answered >= 5));
    }

    @Test
    void handsLiveUpdatesOnAsTheyHappen() {
        String order = buy(products(1));
        List<String> statuses = new ArrayList<>();

        HttpResponse<Stream<String>> updates =
                visitor.exchange("GET", "/order-api/" + order + "/updates", "", BodyHandlers.ofLines(), signedIn);
        assertThat(updates.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        try (Stream<String> lines = updates.body()) {
            Iterator<String> arriving =
                    lines.filter(line -> line.startsWith("data:")).iterator();
            statuses.add(status(arriving.next()));
            assertThat(get("/api/orders/" + order).expect(200).text("/status"))
                    .as("now that the first update is here")
                    .isIn("CREATED", "PROCESSING");
            while (!statuses.getLast().equals("DELIVERED")) statuses.add(status(arriving.next()));
        }

        assertThat(statuses).containsSubsequence("CREATED", "PROCESSING", "SHIPPING", "DELIVERED");
    }

    @Test
    void tellsTheApplicationWhoCallsAndNotWhoTheySayTheyAre() throws Exception {
        Visitor liar = nginx.visitor(InetAddress.getByName("127.0.0.3"));
        List<Integer> left = IntStream.range(0, 20)
                .mapToObj(i -> remaining(liar.get(
                        "/api/categories",
                        "X-Forwarded-For",
                        "203.0.113." + i,
                        "X-Real-IP",
                        "203.0.113." + i,
                        "Forwarded",
                        "for=203.0.113." + i)))
                .toList();

        // each instance has seen ten, or both together twenty, and some have come back meanwhile
        assertThat(left.getLast()).isLessThanOrEqualTo(ANONYMOUS_PER_MINUTE - 6);
        assertThat(remaining(nginx.visitor(InetAddress.getByName("127.0.0.4")).get("/api/categories")))
                .isEqualTo(ANONYMOUS_PER_MINUTE - 1);
    }

    @Test
    void compressesAndTakesItsOwnEntityTagsBack() throws Exception {
        // created, its stock reserved, its payment declined: now it waits to be paid again, and keeps its version
        String order = buy(products(6), "sim-decline");
        await("the order to hear of the decline")
                .until(() -> get("/api/orders/" + order).text("/version").startsWith("2."));

        HttpResponse<byte[]> compressed = visitor.exchange(
                "GET", "/api/orders/" + order, "", BodyHandlers.ofByteArray(), with("Accept-Encoding", "gzip"));
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(JsonMapper.shared()
                        .readTree(unpacked(compressed.body()))
                        .at("/id")
                        .asString())
                .isEqualTo(order);
        String tag = compressed.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("W/");

        visitor.send("PUT", "/api/orders/" + order + "/cancel", "{}", with("If-Match", "W/\"0.0\""))
                .expectProblem(412, "PRECONDITION_FAILED");
        visitor.send("PUT", "/api/orders/" + order + "/cancel", "{}", with("If-Match", tag))
                .expect(200);
    }

    @Test
    void addsItsHeadersOnceAndLeavesAnswersAsTheyAre() {
        Answer missing = visitor.get(
                        "/api/products/product-none",
                        with("X-Request-Id", "mine-1", "Origin", "https://shop.example", "Accept-Language", "ru"))
                .expectProblem(404, "NOT_FOUND");

        assertThat(missing.text("/traceId")).isEqualTo("mine-1");
        assertThat(missing.text("/title")).isNotEqualTo("Not found");
        assertThat(missing.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(missing.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(missing.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(missing.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(missing.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(missing.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
    }

    @Test
    void showsTheDocumentationAndHidesTheActuator() {
        get("/v3/api-docs").expect(200);
        get("/swagger-ui/index.html").expect(200);
        get("/problems/not-found").expect(200);
        get("/actuator/health").expectProblem(404, "NOT_FOUND");
        get("/actuator/prometheus").expectProblem(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/products/categories/list, /api/categories",
        "/api/products/by-category/Electronics, /api/products?category=Electronics",
        "/api/products/by-category/Toys%20%26%20Games?limit=2, /api/products?limit=2&category=Toys%20%26%20Games",
        "/cart-api, /api/cart",
        "/cart-api/, /api/cart",
        "/cart-api/cart/total, /api/cart/total",
        "/cart-api/api/cart, /api/cart",
        "/cart-api/carts, /api/carts",
        "/order-api?limit=1, /api/orders?limit=1",
        "/order-api/orders/?limit=1, /api/orders?limit=1",
        "/order-api/statuses, /api/orders/statuses",
        "/order-api/orders/order-none, /api/orders/order-none",
        "/user-api/me, /api/users/me",
        "/user-api/users/me/, /api/users/me",
        "/user-api/api/users/me/cart, /api/users/me/cart",
        "/user-api/, /api/users",
    })
    void answersOlderPathsAsTodays(String older, String todays) {
        String[] asked = with("X-Request-Id", UUID.randomUUID().toString());

        Answer expected = visitor.get(todays, asked);

        assertThat(visitor.get(older, asked).expect(expected.status()).json()).isEqualTo(expected.json());
    }

    @Test
    void findsTheProductsOfACategoryOnItsOlderPath() {
        JsonNode products = get("/api/products/by-category/Toys%20%26%20Games").json();

        assertThat(products.at("/items"))
                .isNotEmpty()
                .allSatisfy(product ->
                        assertThat(product.at("/category").asString()).isEqualTo("Toys & Games"));
    }

    @Test
    void keepsMethodAndBodyOnOlderPaths() {
        String name = "ada-" + UUID.randomUUID();
        visitor.send("POST", "/user-api/register", """
                {"username": "%s", "password": "a long and winding phrase", "fullName": "Ada"}""".formatted(name)).expect(201);
        String token = visitor.send(
                        "POST",
                        "/user-api/token",
                        "grant_type=password&password=a+long+and+winding+phrase&username=" + name,
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .expect(200)
                .text("/access_token");
        String[] ada = {
            "Authorization",
            "Bearer " + token,
            "Idempotency-Key",
            UUID.randomUUID().toString()
        };
        String product = products(1).getFirst();

        visitor.send("POST", "/cart-api/items", """
                {"productId": "%s", "quantity": 1}""".formatted(product), ada).expect(200);
        Answer cart =
                visitor.send("PUT", "/cart-api/cart/items/" + product, """
                {"quantity": 2}""", ada).expect(200);
        assertThat(cart.json().at("/items/0/quantity").asInt()).isEqualTo(2);
        Answer order = visitor.send("POST", "/cart-api/checkout", """
                {"paymentMethod": "sim-approve"}""", ada).expect(201);
        assertThat(order.header("Location")).isEqualTo("/api/orders/" + order.text("/id"));
        Answer cancelled = visitor.send("PUT", "/order-api/orders/" + order.text("/id") + "/cancel", "{}", ada);
        assertThat(cancelled.expect(200).text("/status")).isEqualTo("CANCELLED");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void showsNobodyThatAnInstanceDies() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        Thread visits = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 300; i++) statuses.add(get("/api/users/me").status());
        });
        while (second.answered("/api/users/me") < 20) Thread.onSpinWait();

        second.kill();
        visits.join();

        assertThat(statuses).hasSize(300).containsOnly(200);
        assertThat(first.answered("/api/users/me")).isGreaterThan(150);
        // and what writes goes to the one that is left
        buy(products(1));
    }

    private static Answer get(String path) {
        return visitor.get(path, signedIn);
    }

    private static String[] with(String... headers) {
        return Stream.concat(Stream.of(signedIn), Stream.of(headers)).toArray(String[]::new);
    }

    private static List<String> products(int count) {
        return get("/api/products?inStock=true&limit=" + count)
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .map(product -> product.at("/id").asString())
                .toList();
    }

    private static String buy(List<String> products) {
        return buy(products, "sim-approve");
    }

    private static String buy(List<String> products, String paymentMethod) {
        for (String product : products)
            visitor.send("POST", "/api/cart/items", """
                    {"productId": "%s", "quantity": 1}""".formatted(product), signedIn)
                    .expect(200);
        return visitor.send(
                        "POST",
                        "/api/cart/checkout",
                        """
                        {"paymentMethod": "%s"}""".formatted(paymentMethod),
                        with("Idempotency-Key", UUID.randomUUID().toString()))
                .expect(201)
                .text("/id");
    }

    private static String logIn(String name, String password) {
        return visitor.send(
                        "POST",
                        "/api/token",
                        "grant_type=password&username=%s&password=%s".formatted(name, password),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .expect(200)
                .text("/access_token");
    }

    private static int remaining(Answer answer) {
        var found = REMAINING.matcher(answer.expect(200).header("RateLimit"));
        assertThat(found.find()).as(answer.header("RateLimit")).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private static String status(String data) {
        return JsonMapper.shared()
                .readTree(data.substring("data:".length()))
                .at("/status")
                .asString();
    }

    private static String unpacked(byte[] body) throws IOException {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(unpacked.readAllBytes(), UTF_8);
        }
    }
}
