package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.testing.Engine;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer buys from a shop that exports its spans and logs as it does in production. */
class ObservingAnOrderJourneyTest {
    private static final String USERNAME = "zenobia.quux";
    private static final String FULL_NAME = "Zenobia Quuxworth";
    private static final String EMAIL = "zenobia@quux.example";
    private static final String PHONE = "+49 170 5551234";
    private static final String PASSWORD = "an unguessable phrase of words";
    private static final String WRONG_PASSWORD = "a wrong phrase of other words";

    private static SpanCollector collector;
    private static DaybookProcess daybook;
    private static Shop shop;
    private static String order;
    private static String token;
    private static Answer problem;

    @BeforeAll
    static void anOrderIsDelivered() {
        collector = new SpanCollector();
        daybook = new DaybookProcess(
                        Storage.on(Engine.H2),
                        "--spring.profiles.active=fast,json-logs",
                        "--management.opentelemetry.tracing.export.otlp.endpoint=" + collector.endpoint(),
                        "--management.opentelemetry.tracing.export.schedule-delay=200ms",
                        "--management.tracing.sampling.probability=1",
                        // these say something about every event that a view reads, and every request
                        "--logging.level.org.springframework.jdbc.core=debug",
                        "--logging.level.org.springframework.web=debug",
                        "--logging.level.org.axonframework=debug")
                .awaitReady();
        shop = daybook.shop();
        shop.anyone()
                .post("/api/users/register", """
                        {"username": "%s", "password": "%s", "fullName": "%s", "email": "%s", "phone": "%s"}""".formatted(USERNAME, PASSWORD, FULL_NAME, EMAIL, PHONE))
                .expect(201);
        shop.form("/api/token", "grant_type=password&username=" + USERNAME + "&password=" + Shop.encode(WRONG_PASSWORD))
                .expect(400);
        Answer answer = shop.form(
                        "/api/token", "grant_type=password&username=" + USERNAME + "&password=" + Shop.encode(PASSWORD))
                .expect(200);
        token = answer.text("/access_token");
        User customer = shop.signIn(USERNAME, PASSWORD, "");
        order = customer.buy(shop.administrator().addProduct(5), 2);
        customer.awaitStatus(order, "DELIVERED");
        problem = customer.put("/api/orders/" + order + "/cancel", "{}", "X-Request-Id", "my-own-id")
                .expectProblem(409, "NOT_CANCELLABLE");
    }

    @AfterAll
    static void close() {
        daybook.close();
        collector.close();
    }

    @Test
    void oneTraceHoldsTheWholeWay() {
        awaitSpan("CommandBus.handleCommand(DeliverOrder)");
        List<String> way = collector.pathTo("CommandBus.handleCommand(DeliverOrder)");

        assertThat(way)
                .containsSubsequence(
                        "http post /api/cart/checkout",
                        "CommandBus.handleCommand(CheckOutCart)",
                        "EventBus.publishEvent(CartCheckedOut)",
                        "StreamingEventProcessor.process(CartCheckedOut)",
                        "CommandBus.handleCommand(CreateOrder)",
                        "EventBus.publishEvent(OrderCreated)",
                        "order-timer SHIP(StepDue)",
                        "CommandBus.handleCommand(ShipOrder)",
                        "EventBus.publishEvent(OrderShipped)",
                        "order-timer DELIVER(StepDue)",
                        "CommandBus.handleCommand(DeliverOrder)");
        Span delivered = span("CommandBus.handleCommand(DeliverOrder)");
        assertThat(collector.spans())
                .filteredOn(span -> span.getTraceId().equals(delivered.getTraceId()))
                .extracting(Span::getName)
                .contains(
                        "SagaManager.createSaga(OrderLifecycle)(OrderCreated)",
                        "SagaManager.invokeSaga(OrderLifecycle)(PaymentCaptured)",
                        "capture-payment(PaymentWork)",
                        "CommandBus.handleCommand(CapturePayment)");
    }

    @Test
    void linesAreJsonAndTellTraceRequestAndOrder() {
        awaitSpan("CommandBus.handleCommand(DeliverOrder)");
        String trace =
                SpanCollector.hex(span("CommandBus.handleCommand(DeliverOrder)").getTraceId());

        assertThat(lines())
                .allSatisfy(line -> assertThat(line.at("/message").isString()).isTrue());
        assertThat(lines()).anySatisfy(line -> {
            assertThat(line.at("/order.id").asString()).isEqualTo(order);
            assertThat(line.at("/trace.id").asString()).isEqualTo(trace);
            assertThat(line.at("/http.request.id").asString()).isNotEmpty();
        });
    }

    @Test
    void aProblemNamesTheRequestWhichTheLogAndTheSpanName() {
        assertThat(problem.text("/traceId")).isEqualTo("my-own-id");
        assertThat(problem.header("X-Request-Id")).isEqualTo("my-own-id");
        assertThat(lines())
                .anySatisfy(line ->
                        assertThat(line.at("/http.request.id").asString()).isEqualTo("my-own-id"));
        await("the request's span")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(collector.spans())
                        .anySatisfy(span -> assertThat(span.getAttributesList()).anySatisfy(attribute -> {
                            assertThat(attribute.getKey()).isEqualTo("http.request.id");
                            assertThat(attribute.getValue().getStringValue()).isEqualTo("my-own-id");
                        })));
    }

    @Test
    void nobodyIsNamedInLogsOrSpans() {
        awaitSpan("CommandBus.handleCommand(DeliverOrder)");
        List<String> secrets = List.of(
                USERNAME,
                FULL_NAME,
                "Zenobia",
                "quux",
                EMAIL,
                PHONE,
                "5551234",
                PASSWORD,
                WRONG_PASSWORD,
                token,
                "admin-password");

        for (String secret : secrets) {
            assertThat(log()).as("the log").doesNotContainIgnoringCase(secret);
            assertThat(collector.spans())
                    .as("spans")
                    .noneSatisfy(span -> assertThat(span.toString()).containsIgnoringCase(secret));
        }
    }

    private static void awaitSpan(String name) {
        await("span " + name)
                .atMost(Duration.ofSeconds(20))
                .until(() -> !collector.pathTo(name).isEmpty());
    }

    private static Span span(String name) {
        return collector.spans().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> lines() {
        var json = new JsonMapper();
        return log().lines().map(json::readTree).toList();
    }

    private static String log() {
        try {
            return Files.readString(daybook.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
