package dev.daybook.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.daybook.ops.Upstream.Way;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway does by itself, whoever is behind it. {@link PassingTheGatewayIT} has Daybook behind it. */
class StandingInFrontTest {
    private static final String ORDER = "{}";

    /** As browsers say it when an address is opened. */
    private static final String[] OPENED = {
        "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
    };

    private static final byte[] PAGE = "<!doctype html><title>Stand-in</title>".getBytes(UTF_8);
    private static final String[] PAGES_HEADERS = {
        "Content-Type: text/html;charset=UTF-8",
        "Cache-Control: no-store",
        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self' 'nonce-Zm9yIHRoaXMgb25l'",
        "Permissions-Policy: camera=(), usb=()",
        "Cross-Origin-Opener-Policy: same-origin",
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
        "X-Frame-Options: DENY",
        "Set-Cookie: daybook-refresh=a-token; Path=/api/token; Secure; HttpOnly; SameSite=Strict"
    };

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
                "/actuator",
                "/actuator/",
                "/actuator/prometheus",
                "/actuator/health",
                "//actuator/prometheus",
                "/%61ctuator/prometheus",
                "/./actuator/prometheus",
                "/api/../actuator/prometheus",
                "/assets/../actuator/prometheus",
                "/assets/%2e%2e/actuator/prometheus",
                "/assets/..%2factuator/prometheus",
                "/actuator%2fprometheus"
            })
    void hidesTheActuator(String path) throws IOException {
        try (var upstream = new Upstream(Way.DIES);
                var nginx = new Nginx(Nginx.before(upstream.port()))) {
            nginx.visitor().get(path).expectProblem(404, "NOT_FOUND");
            nginx.visitor().get(path, OPENED).expectProblem(404, "NOT_FOUND");

            assertThat(upstream.requests()).isEmpty();
        }
    }

    /** What an instance that decoded once more, or left out a path's parameters, would take for the actuator. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator;/prometheus",
                "/actuator%3b/prometheus",
                "/;/actuator/prometheus",
                "/api/..;/actuator/prometheus",
                "/assets/..;a=b/actuator/prometheus",
                "/assets/..%5cactuator/prometheus",
                "/%2561ctuator/prometheus",
                "/assets/%252e%252e/actuator/prometheus",
                "/actuator%00/prometheus",
                "/api/../../actuator/prometheus"
            })
    void refusesPathsThatCanBeReadInSeveralWays(String path) throws IOException {
        try (var upstream = new Upstream(Way.DIES);
                var nginx = new Nginx(Nginx.before(upstream.port()))) {
            nginx.visitor().get(path).expectProblem(400, "MALFORMED_REQUEST");
            nginx.visitor().get(path, OPENED).expectProblem(400, "MALFORMED_REQUEST");

            assertThat(upstream.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /orders, ''",
        "GET, /orders, application/json",
        "GET, /orders, '*/*'",
        "GET, /orders, text/htmlx",
        "POST, /orders, text/html",
        "GET, /apis, ''",
        "GET, /error, ''",
        "GET, /malformed, ''",
        "GET, /application.yaml, ''"
    })
    void hidesWhatIsNotNamedFromPrograms(String method, String path, String accept) throws IOException {
        try (var upstream = new Upstream(Way.DIES);
                var nginx = new Nginx(Nginx.before(upstream.port()))) {
            String[] headers = accept.isEmpty() ? new String[0] : new String[] {"Accept", accept};
            nginx.visitor().send(method, path, "", headers).expectProblem(404, "NOT_FOUND");

            assertThat(upstream.requests()).isEmpty();
        }
    }

    /** By the page's own address, whatever was asked for: so nothing else can be reached by it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders",
                "/orders/order-1",
                "/products/product-1",
                "/sign-in?next=%2Fcart",
                "/desk/dead-letters",
                "/a/mistake.of?mine",
                "/error",
                "/actuators",
                "/ACTUATOR/prometheus",
                "/application.yaml"
            })
    void opensThePageWhereverItsViewsAre(String path) throws IOException {
        try (var upstream = Upstream.answering(PAGE, PAGES_HEADERS);
                var nginx = new Nginx(Nginx.before(upstream.port()))) {
            Answer page = nginx.visitor().get(path, OPENED).expect(200);

            assertThat(page.body().getBytes(UTF_8)).isEqualTo(PAGE);
            assertThat(upstream.requests())
                    .singleElement()
                    .asString()
                    .matches("GET /index\\.html(\\?\\S*)? HTTP/1\\.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?from=mail", "/index.html", "/assets/index-oG7dQpE7.js"})
    void handsOnWhatTheDashboardIsMadeOf(String path) throws IOException {
        try (var upstream = Upstream.answering(PAGE, PAGES_HEADERS);
                var nginx = new Nginx(Nginx.before(upstream.port()))) {
            nginx.visitor().get(path).expect(200);

            assertThat(upstream.requests()).containsExactly("GET " + path + " HTTP/1.1");
        }
    }

    @Test
    void knowsEveryFileThatKeepsItsName() throws IOException {
        List<Path> files = Repository.files("dashboard/public", "");
        assertThat(files).isNotEmpty();
        try (var upstream = Upstream.answering(PAGE, PAGES_HEADERS);
                var nginx = new Nginx(Nginx.before(upstream.port()))) {
            for (Path file : files)
                nginx.visitor().get("/" + file.getFileName()).expect(200);

            assertThat(upstream.requests()).hasSameSizeAs(files).noneMatch(request -> request.contains("/index.html"));
        }
    }

    @Test
    void leavesTheApplicationsPoliciesAsTheyAre() throws IOException {
        try (var upstream = Upstream.answering(PAGE, PAGES_HEADERS);
                var nginx = new Nginx(Nginx.before(upstream.port()))) {
            Answer page = nginx.visitor().get("/orders", OPENED).expect(200);

            for (String header : PAGES_HEADERS) {
                String name = header.substring(0, header.indexOf(':'));
                assertThat(page.response().headers().allValues(name))
                        .as(name)
                        .containsExactly(header.substring(header.indexOf(':') + 2));
            }
        }
    }

    @Test
    void letsWhatItSaysItselfDoNothing() {
        try (var nginx = new Nginx(Nginx.before(Ports.free()))) {
            for (Answer own : List.of(
                    nginx.visitor().get("/actuator").expect(404),
                    nginx.visitor().get("/", OPENED).expect(502),
                    nginx.visitor().get("/swagger-ui/index.html", OPENED).expect(502))) {
                assertThat(own.response().headers().allValues("Content-Security-Policy"))
                        .containsExactly("default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
                assertThat(own.response().headers().allValues("Permissions-Policy"))
                        .containsExactly("camera=(), geolocation=(), microphone=(), payment=()");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip"})
    void leavesWhatIsCompressedAsItIs(String coding) throws IOException {
        // not what the header says, so whoever unpacked or packed it again would be found out
        byte[] packed = "once, when it was built. ".repeat(200).getBytes(UTF_8);
        try (var upstream = Upstream.answering(
                        packed,
                        "Content-Type: text/javascript",
                        "Content-Encoding: " + coding,
                        "Vary: Accept-Encoding",
                        "Cache-Control: max-age=31536000, public, immutable");
                var nginx = new Nginx(Nginx.before(upstream.port()))) {
            HttpResponse<byte[]> file = nginx.visitor()
                    .exchange(
                            "GET",
                            "/assets/index-oG7dQpE7.js",
                            "",
                            BodyHandlers.ofByteArray(),
                            "Accept-Encoding",
                            "gzip, deflate, br");

            assertThat(file.body()).isEqualTo(packed);
            assertThat(file.headers().allValues("Content-Encoding")).containsExactly(coding);
            assertThat(file.headers().allValues("Vary")).containsExactlyInAnyOrder("Accept-Encoding", "Origin");
            assertThat(file.headers().allValues("Cache-Control"))
                    .containsExactly("max-age=31536000, public, immutable");
        }
    }

    /** Twice as many files as it has, all at once, with the limits as they are shipped. */
    @Test
    void letsAPageBeOpened() throws Exception {
        int files = 60;
        try (var upstream = Upstream.answering(PAGE, PAGES_HEADERS);
                var nginx = new Nginx(Nginx.before(upstream.port()))) {
            Visitor browser = nginx.visitor();
            browser.get("/", OPENED).expect(200);
            var statuses = new CopyOnWriteArrayList<Integer>();

            List<Thread> loading = IntStream.range(0, files)
                    .mapToObj(i -> Thread.ofVirtual()
                            .start(() -> statuses.add(
                                    browser.get("/assets/file-" + i + ".js").status())))
                    .toList();
            for (Thread one : loading) one.join();

            assertThat(statuses).hasSize(files).containsOnly(200);
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
    @ValueSource(strings = {"/api/orders/order-1/updates", "/api/orders/updates", "/order-api/updates"})
    @Timeout(60)
    void holdsNoLiveUpdateBackAndLetsItTakeItsTime(String path) throws IOException {
        try (var upstream = new Upstream(Way.SENDS_ONE);
                var nginx = new Nginx(with(Nginx.before(upstream.port()), "GATEWAY_READ_TIMEOUT", "200ms"));
                var lines = nginx.visitor()
                        .exchange("GET", path, "", BodyHandlers.ofLines(), "Accept-Encoding", "gzip")
                        .body()) {
            Iterator<String> arriving = lines.filter(line -> !line.isEmpty()).iterator();
            assertThat(arriving.next()).isEqualTo("data:the first");

            // longer than an answer may take
            assertThatThrownBy(() -> nginx.visitor().get("/api/products")).isInstanceOf(UncheckedIOException.class);
            upstream.sendsAnother();

            assertThat(arriving.next()).isEqualTo("data:the second");
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
            for (Answer answer : List.of(preflight, refused))
                assertThat(answer.header("Access-Control-Allow-Credentials"))
                        .as("cookies")
                        .isEmpty();
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
