package dev.daybook.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.api.edge.EdgeClient.Answer;
import dev.daybook.catalog.contract.OrderId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;

@EdgeTest
class AnsweringBadInputTest {
    private static final String PRODUCT = """
            {"sku":"S-1","name":"Desk","description":"d","category":"Home","manufacturer":"M",
             "price":{"amount":"10.00","currency":"USD"},"stock":1}""";

    @LocalServerPort
    int port;

    @Autowired
    MadeUpDomain domain;

    private EdgeClient ada;
    private EdgeClient admin;

    @BeforeEach
    void startAfresh() {
        domain.commands.clear();
        ada = EdgeClient.anyone(port).as("ada");
        admin = EdgeClient.anyone(port).as("admin");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    {"productId":"product-laptop","quantity":"2"}     | 422 | quantity
                    {"productId":"product-laptop","quantity":1.5}     | 422 | quantity
                    {"productId":"product-laptop","quantity":true}    | 422 | quantity
                    {"productId":"product-laptop","quantity":null}    | 422 | quantity
                    {"productId":"product-laptop","quantity":0}       | 422 | quantity
                    {"productId":"product-laptop","quantity":-1}      | 422 | quantity
                    {"productId":"product-laptop","quantity":1000}    | 422 | quantity
                    {"productId":"product-laptop","quantity":99999999999999999999} | 422 | quantity
                    {"productId":"product-laptop"}                    | 422 | quantity
                    {"productId":12,"quantity":1}                     | 422 | productId
                    {"productId":["a"],"quantity":1}                  | 422 | productId
                    {"quantity":1}                                    | 422 | productId
                    {"productId":"product-none","quantity":1}         | 404 | productId
                    {"productId":"../etc","quantity":1}               | 404 | productId
                    {"productId":"product-laptop","quantity":1,"x":1} | 422 | x
                    {"productId":"product-laptop","quantity":1        | 400 | body
                    {"productId":"product-laptop","quantity":1} {}    | 422 | body
                    {"quantity":1,"quantity":2,"productId":"p"}       | 400 | body
                    [1,2]                                             | 422 | body
                    "text"                                            | 422 | body
                    not json                                          | 400 | body
                    """)
    void namesTheFieldOfACartItem(String body, int status, String field) {
        Answer answer = ada.post("/api/cart/items", body);

        assertProblem(answer, status);
        assertThat(answer.fields()).contains(field);
        assertThat(domain.commands).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    {"amount":"-1","currency":"USD"}          | price.amount
                    {"amount":"1.999","currency":"USD"}       | price.amount
                    {"amount":"1.5","currency":"JPY"}         | price.amount
                    {"amount":"1e5","currency":"USD"}         | price.amount
                    {"amount":"100000000.01","currency":"USD"}| price.amount
                    {"amount":"ten","currency":"USD"}         | price.amount
                    {"amount":10.5,"currency":"USD"}          | price.amount
                    {"currency":"USD"}                        | price.amount
                    {"amount":"1","currency":"ZZZ"}           | price.currency
                    {"amount":"1","currency":"usd"}           | price.currency
                    {"amount":"1","currency":"XXX"}           | price.currency
                    {"amount":"1"}                            | price.currency
                    {"amount":"1","currency":"USD","x":1}     | price.x
                    null                                      | price
                    "10.00"                                   | price
                    """)
    void namesTheFieldOfAPrice(String price, String field) {
        Answer answer = admin.post("/api/products", PRODUCT.replaceAll("\\{\"amount.*?}", price));

        assertProblem(answer, 422);
        assertThat(answer.fields()).contains(field);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    /api/products?limit=0                  | 422 | limit
                    /api/products?limit=101                | 422 | limit
                    /api/products?limit=many               | 422 | limit
                    /api/products?sort=colour              | 422 | sort
                    /api/products?inStock=perhaps          | 422 | inStock
                    /api/products?minPrice=cheap           | 422 | minPrice
                    /api/products?minPrice=-1              | 422 | minPrice
                    /api/products?minPrice=1e900000000     | 422 | minPrice
                    /api/products?minPrice=20&maxPrice=10  | 422 | minPrice
                    /api/products?cursor=stale             | 422 | cursor
                    /api/orders?status=LOST                | 422 | status
                    /api/orders?archived=1x                | 422 | archived
                    /api/users?cursor=stale                | 422 | cursor
                    /api/admin/audit?from=yesterday        | 422 | from
                    /api/admin/audit?from=-999999999-01-01T00:00:00Z | 422 | from
                    /api/admin/statistics?days=0           | 422 | days
                    /api/admin/statistics?from=2026-13-01  | 422 | from
                    /api/admin/statistics?from=2026-02-02&to=2026-02-01 | 422 | from
                    """)
    void namesTheParameter(String path, int status, String field) {
        Answer answer = admin.get(path);

        assertProblem(answer, status);
        assertThat(answer.fields()).containsExactly(field);
    }

    @Test
    void refusesAStockInAProductChangeInPlainWords() {
        Answer answer = admin.put("/api/products/product-laptop", PRODUCT.replace("S-1", "LAP-1"));

        assertProblem(answer, 422);
        assertThat(answer.fields()).containsExactly("stock");
        assertThat(answer.body()).contains("POST /api/products/{id}/stock");
    }

    @Test
    void takesAProductBackAsItWasRead() {
        ObjectNode read = (ObjectNode) admin.get("/api/products/product-laptop").json();

        read.put("name", "Laptop 15");
        assertThat(admin.put("/api/products/product-laptop", read.toString()).status())
                .isEqualTo(200);
        read.put("stock", 5);
        assertThat(admin.put("/api/products/product-laptop", read.toString()).status())
                .as("the pieces it has on hand")
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"id,'\"product-mouse\"'", "sku,'\"S-1\"'", "discontinued,true", "stock,6", "stock,1.5", "colour,1"})
    void namesWhatAProductChangeCannotChange(String field, String value) {
        ObjectNode read = (ObjectNode) admin.get("/api/products/product-laptop").json();
        read.set(field, EdgeClient.json(value));

        Answer answer = admin.put("/api/products/product-laptop", read.toString());

        assertProblem(answer, 422);
        assertThat(answer.fields()).containsExactly(field);
        assertThat(domain.commands).isEmpty();
    }

    @Test
    void refusesAnotherSkuInAProductChange() {
        Answer answer = admin.put("/api/products/product-laptop", PRODUCT.replace(",\"stock\":1", ""));

        assertProblem(answer, 422);
        assertThat(answer.fields()).containsExactly("sku");
    }

    @Test
    void refusesControlCharactersAndBlanksAndWhatIsTooLong() {
        assertThat(admin.post("/api/products", PRODUCT.replace("Desk", "De\\u0000sk"))
                        .fields())
                .containsExactly("name");
        assertThat(admin.post("/api/products", PRODUCT.replace("Desk", "   ")).fields())
                .containsExactly("name");
        assertThat(admin.post("/api/products", PRODUCT.replace("Desk", "x".repeat(201)))
                        .fields())
                .containsExactly("name");
        assertThat(admin.post("/api/products", PRODUCT.replace("\"stock\":1", "\"stock\":1000001"))
                        .fields())
                .containsExactly("stock");
    }

    @ParameterizedTest(name = "delta {0}")
    @CsvSource({"0", "1000001", "-1000001", "null", "'\"1\"'", "1.0"})
    void namesTheDeltaOfAStockChange(String delta) {
        Answer answer =
                admin.post("/api/products/product-laptop/stock", "{\"delta\":" + delta + ",\"reason\":\"counted\"}");

        assertProblem(answer, 422);
        assertThat(answer.fields()).containsExactly("delta");
    }

    @Test
    void refusesAnIdempotencyKeyThatIsNotVisibleAscii() {
        assertThat(ada.with("Idempotency-Key", "with space")
                        .post("/api/cart/checkout", null)
                        .fields())
                .containsExactly("Idempotency-Key");
        assertThat(ada.with("Idempotency-Key", "x".repeat(256))
                        .post("/api/cart/checkout", null)
                        .fields())
                .containsExactly("Idempotency-Key");
    }

    @Test
    void knowsThePathsItHas() {
        assertProblem(ada.get("/api/nothing"), 404);
        assertProblem(ada.get("/nothing"), 404);
        assertProblem(ada.get("/api/products/product-none"), 404);
        assertProblem(ada.get("/api/products/none"), 404);
        assertProblem(ada.get("/api/orders/order-none"), 404);
        Answer notAllowed = ada.delete("/api/orders/order-none");
        assertProblem(notAllowed, 405);
        assertThat(notAllowed.header("Allow")).contains("GET");
    }

    @Test
    void knowsTheMediaTypesItSpeaks() {
        assertProblem(ada.with("Content-Type", "text/plain").post("/api/cart/items", "{}"), 415);
        assertProblem(ada.with("Content-Type", "application/xml").post("/api/cart/items", "<a/>"), 415);
        assertProblem(ada.with("Accept", "application/xml").get("/api/products"), 406);
        assertProblem(ada.with("Accept", "text/html").get("/api/nothing"), 404);
    }

    @Test
    void takesNoBodyOfMoreThan64KiBWhetherItsLengthIsToldOrNot() throws Exception {
        String large = "{\"productId\":\"" + "x".repeat(70_000) + "\",\"quantity\":1}";
        assertProblem(ada.post("/api/cart/items", large), 413);
        assertProblem(ada.post("/api/cart/items", "x".repeat(10_000_000)), 413);

        var chunked = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/cart/items"))
                .header("Authorization", "Bearer ada")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());
        assertProblem(new Answer(answer), 413);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/api/products/a%2Fb",
        "/api/products/a%00b",
        "/api/products/..;/x",
        "/api//products",
        "/api/a|b",
        "/api/products?q=%E0",
        "/api/products?x=%zz"
    })
    void answersAnUnreadableAddressWithAProblem(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(answer).doesNotContain("<html").doesNotContain("apache");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void takesABrokenBodyForTheClientsFault(CapturedOutput log) throws IOException {
        String answer = raw("POST /api/cart/items HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ada\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(log).doesNotContain("ERROR");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void takesABrokenFormForTheClientsFaultToo(CapturedOutput log) throws IOException {
        String answer = raw("POST /api/token HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(log).doesNotContain("ERROR");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void makesNoFussAboutClientsThatDoNotWaitForTheirAnswer(CapturedOutput log) throws IOException {
        // more than fits into the buffers
        for (int i = 0; i < 2_000; i++) {
            var order = new OrderId("order-left-" + i);
            domain.orders.put(order.value(), MadeUpDomain.order(order, "user-ada", 1));
        }
        try {
            for (int i = 0; i < 10; i++) {
                try (var socket = new Socket("localhost", port)) {
                    socket.setSoLinger(true, 0); // closing resets the connection
                    socket.getOutputStream()
                            .write("GET /api/orders HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ada\r\n\r\n"
                                    .getBytes(StandardCharsets.ISO_8859_1));
                    assertThat(socket.getInputStream().read()).isPositive();
                }
            }
            assertThat(ada.get("/api/orders").status()).isEqualTo(200);
        } finally {
            domain.orders.keySet().removeIf(id -> id.startsWith("order-left-"));
        }
        assertThat(log).doesNotContain("ERROR");
    }

    @Test
    void answersABrokenRequestLineWithoutAPage() throws IOException {
        assertThat(raw("NONSENSE\r\n\r\n")).startsWith("HTTP/1.1 400").doesNotContain("<html");
    }

    @Test
    void keepsItsOwnFaultsToItself() {
        Answer answer = ada.delete("/api/cart/items/product-laptop");

        assertProblem(answer, 500);
        assertThat(answer.body())
                .doesNotContain("secret")
                .doesNotContain("Exception")
                .doesNotContain("dev.daybook");
    }

    @Test
    void carriesTheRequestIdBack() {
        Answer answer = ada.with("X-Request-Id", "my-request.1").get("/api/nothing");

        assertThat(answer.header("X-Request-Id")).isEqualTo("my-request.1");
        assertThat(answer.at("/traceId")).isEqualTo("my-request.1");
        assertThat(ada.with("X-Request-Id", "<script>").get("/api").header("X-Request-Id"))
                .doesNotContain("<");
    }

    @Test
    void speaksRussianWhereAsked() {
        Answer answer = ada.with("Accept-Language", "ru-RU,ru;q=0.9,en;q=0.5").get("/api/products/product-none");

        assertThat(answer.at("/title")).isEqualTo("Не найдено");
        assertThat(answer.header("Content-Language")).isEqualTo("ru");
    }

    @Test
    void describesEveryKindOfProblem() {
        Answer described = ada.get(ada.get("/api/products/product-none").at("/type"));

        assertThat(described.status()).isEqualTo(200);
        assertThat(described.at("/code")).isEqualTo("NOT_FOUND");
        assertThat(described.at("/meaning")).isNotBlank();
        assertProblem(ada.get("/problems/no-such-kind"), 404);
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.at("/type")).startsWith("/problems/");
        assertThat(answer.at("/title")).isNotBlank();
        assertThat(answer.at("/detail")).isNotBlank();
        assertThat(answer.at("/code")).isNotBlank();
        assertThat(answer.at("/traceId")).isEqualTo(answer.header("X-Request-Id"));
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
