package dev.daybook.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.testing.TestDatabase;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway in front of two instances of Daybook on one database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PassingTheGatewayIT {
    /** So few that one comes back only every two seconds. */
    private static final int ANONYMOUS_PER_MINUTE = 30;

    private static final List<AutoCloseable> RUNNING = new ArrayList<>();
    private static Instance first;
    private static Instance second;
    private static Nginx nginx;
    private static Visitor visitor;
    private static String[] signedIn;

    @BeforeAll
    static void start() {
        Program.installed("nginx");
        TestDatabase database = TestDatabase.onMySql();
        Path key = Instance.signingKey();
        String[] settings = {
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.username(),
            "--spring.datasource.password=" + database.password(),
            "--daybook.rate-limit.anonymous-per-minute=" + ANONYMOUS_PER_MINUTE,
            "--daybook.rate-limit.user-per-minute=100000",
            // nothing here is about views that are late, and the machine may be busy
            "--daybook.views.wait=30s",
            // of an order nothing happens by itself once it is paid: each step is a test's
            "--daybook.lifecycle.processing-after=1h",
            "--daybook.lifecycle.payment-due=2h"
        };
        first = start("first", key, settings, "--daybook.samples=true");
        second = start(
                "second",
                key,
                settings,
                "--daybook.admin.username=operator",
                "--daybook.admin.password=" + UUID.randomUUID());
        first.awaitReady();
        second.awaitReady();
        var gateway = new HashMap<>(Nginx.before(first.port(), second.port()));
        gateway.put("GATEWAY_REQUESTS_PER_SECOND", "1000");
        gateway.put("GATEWAY_ORIGINS", "https://shop.example");
        nginx = new Nginx(gateway);
        RUNNING.add(nginx);
        visitor = nginx.visitor();
        signedIn = new String[] {"Authorization", "Bearer " + logIn("demo", "demo-password")};
    }

    private static Instance start(String name, Path key, String[] settings, String... more) {
        var all = Stream.concat(Stream.of(settings), Stream.of(more)).toArray(String[]::new);
        Instance instance = new Instance(name, key, all);
        RUNNING.add(instance);
        return instance;
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

    /** That nobody holds an update back, not even an nginx that is not told so by the application, {@link StandingInFrontTest} shows. */
    @Test
    @Timeout(120)
    void handsLiveUpdatesOnAsTheyHappen() {
        String order = buy(products(1));
        String[] admin = {"Authorization", "Bearer " + logIn("admin", "admin-password")};

        HttpResponse<Stream<String>> updates =
                visitor.exchange("GET", "/order-api/" + order + "/updates", "", BodyHandlers.ofLines(), signedIn);
        assertThat(updates.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        try (Stream<String> lines = updates.body()) {
            Iterator<JsonNode> arriving = lines.filter(line -> line.startsWith("data:"))
                    .map(line -> JsonMapper.shared().readTree(line.substring("data:".length())))
                    .iterator();
            readUntil(arriving, "/payment/status", "CAPTURED");
            // each step is taken when the one before has been seen, so no step can be missed
            for (String step : List.of("PROCESSING", "SHIPPING", "DELIVERED")) {
                visitor.send("PUT", "/api/orders/" + order + "/status", """
                        {"status": "%s"}""".formatted(step), admin)
                        .expect(200);
                readUntil(arriving, "/status", step);
            }
        }
    }

    @Test
    void tellsTheApplicationWhoCallsAndNotWhoTheySayTheyAre() throws Exception {
        Visitor liar = nginx.visitor(InetAddress.getByName("127.0.0.3"));

        Answer last = Stream.iterate(0, i -> i + 1)
                .limit(10 * ANONYMOUS_PER_MINUTE)
                .map(i -> "203.0.113." + i % 250)
                .map(lie -> liar.get(
                        "/api/categories", "X-Forwarded-For", lie, "X-Real-IP", lie, "Forwarded", "for=" + lie))
                .filter(answer -> answer.status() != 200)
                .findFirst()
                .orElseThrow(() -> new AssertionError("each lie was believed"));

        last.expectProblem(429, "TOO_MANY_REQUESTS");
        assertThat(last.header("RateLimit")).as("the application's own refusal").startsWith("\"anonymous\"");
        nginx.visitor(InetAddress.getByName("127.0.0.4")).get("/api/categories").expect(200);
    }

    /** What Kubernetes asks of each. */
    @Test
    void answersItsProbes() {
        Container container = Manifests.of("mysql").container("daybook");
        for (Probe probe :
                List.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())) {
            HTTPGetAction asked = probe.getHttpGet();
            for (Instance one : List.of(first, second))
                assertThat(one.get(asked.getPort().getStrVal(), asked.getPath()).statusCode())
                        .as(asked.getPath())
                        .isEqualTo(200);
        }
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
        assertThat(missing.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(missing.response().headers().allValues("Permissions-Policy")).hasSize(1);
        assertThat(missing.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
    }

    @Test
    void showsTheDocumentationAndWhatIsAtTheRootAndHidesTheActuator() {
        get("/").expect(200);
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
        List<Integer> statuses = new CopyOnWriteArrayList<>();
        var afterwards = new CountDownLatch(100);
        var died = new AtomicBoolean();
        Thread visits = Thread.ofVirtual().start(() -> {
            // fewer than nginx takes on one connection
            for (int i = 0; i < 900 && afterwards.getCount() > 0; i++) {
                boolean after = died.get();
                statuses.add(get("/api/users/me").status());
                if (after) afterwards.countDown();
            }
        });
        await("both to be at it")
                .until(() -> first.answered("/api/users/me") > 0 && second.answered("/api/users/me") > 0);

        second.kill();
        died.set(true);
        visits.join();

        assertThat(statuses).containsOnly(200);
        assertThat(afterwards.getCount()).as("visits still to come").isZero();
        // and what writes goes to the one that is left
        assertThat(logIn("demo", "demo-password")).isNotEmpty();
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

    /** Reads on until one says so. */
    private static void readUntil(Iterator<JsonNode> arriving, String pointer, String value) {
        while (!arriving.next().at(pointer).asString("").equals(value))
            ;
    }

    private static String unpacked(byte[] body) throws IOException {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(unpacked.readAllBytes(), UTF_8);
        }
    }
}
