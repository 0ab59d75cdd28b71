package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.testing.OnMySql;
import dev.daybook.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Two processes with Axon Server between them, each on a connection of its own. The server is one for tests, in its
 * development mode: what it holds is purged first, through its HTTP port 8024.
 */
@OnMySql
@ExtendWith(AxonServerIsGiven.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OnAxonServerJourneyTest {
    private static final Set<String> FINAL = Set.of("DELIVERED", "CANCELLED");

    private static CuttableConnection connection;
    private static TwoInstances instances;

    @BeforeAll
    static void start() throws Exception {
        InetSocketAddress server = server();
        purge(server);
        connection = new CuttableConnection(server);
        instances = new TwoInstances(
                TestDatabase.onMySql(),
                onServer("127.0.0.1:" + connection.port()),
                onServer(server.getHostString() + ":" + server.getPort()));
        instances.awaitReady();
    }

    @AfterAll
    static void stop() {
        if (instances != null) instances.close();
        if (connection != null) connection.close();
    }

    @Test
    @Order(1)
    void anOrderComesToItsEndWhicheverInstanceIsAsked() {
        String product = instances.first().administrator().addProduct(10);
        User here = instances.first().customer();
        User there = here.at(instances.second());

        String first = here.buy(product, 1);
        String second = there.buy(product, 2);

        there.awaitStatus(first, "DELIVERED");
        here.awaitStatus(second, "DELIVERED");
        instances.second().administrator().awaitStock(product, 7, 0);
    }

    /** Axon Server sends every second command to the other instance, and what is refused there is refused here. */
    @Test
    @Order(2)
    void whatIsRefusedOnTheOtherInstanceIsTheSameProblem() {
        String product = instances.first().administrator().addProduct(5);
        for (Shop shop : List.of(instances.first(), instances.second())) {
            User customer = shop.customer();
            User admin = shop.administrator();
            for (int i = 0; i < 4; i++) {
                customer.checkOut().expectProblem(409, "EMPTY_CART");
                customer.put("/api/orders/order-" + UUID.randomUUID() + "/cancel", "")
                        .expectProblem(404, "NOT_FOUND");
                admin.post("/api/products/" + product + "/stock", """
                        {"delta": -6, "reason": "counted"}""").expectProblem(409, "STOCK_BELOW_RESERVED");
                admin.put("/api/products/" + product, """
                        {"name": "Other", "description": "A thing.", "category": "Tests", "manufacturer": "Testers",
                         "price": {"amount": "10.00", "currency": "USD"}}""", "If-Match", "\"7\"")
                        .expectProblem(412, "PRECONDITION_FAILED");
            }
        }
    }

    @Test
    @Order(3)
    void sixtyBuyersOfTwentyPiecesOnBothInstancesGetTwenty() throws Exception {
        User admin = instances.first().administrator();
        String product = admin.addProduct(20);
        Queue<Shop> shops = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 30; i++) shops.addAll(List.of(instances.first(), instances.second()));

        List<Purchase> purchases = JourneyTest.atOnce(60, 8, () -> {
            User customer = shops.remove().customer();
            return new Purchase(customer, customer.buyPatiently(product));
        });

        awaitTheEndOf(purchases);
        assertThat(purchases.stream().filter(purchase -> purchase.status().equals("DELIVERED")))
                .hasSize(20);
        admin.awaitStock(product, 0, 0);
    }

    @Test
    @Order(4)
    void aLostConnectionMakesWritesWaitAndIsMendedByItself() {
        String product = instances.second().administrator().addProduct(10);
        User here = instances.first().customer();
        User there = here.at(instances.second());
        String before = here.buy(product, 1);
        here.putInCart(product, 1).expect(200);
        String key = UUID.randomUUID().toString();

        connection.cut();

        Answer refused = await("the first to notice")
                .atMost(Duration.ofSeconds(60))
                .until(() -> here.checkOut("sim-approve", "Idempotency-Key", key), answer -> answer.status() == 503);
        refused.expectProblem(503, "UNAVAILABLE");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        here.get("/api/orders/" + before).expect(200);
        User operator = instances.firstManagement().anyone();
        operator.get("/actuator/health/readiness").expect(200);
        JsonNode health = operator.get("/actuator/health").expect(503).json();
        assertThat(health.at("/components/axonServer/status").asString()).isEqualTo("DOWN");
        assertThat(health.at("/components/db/status").asString()).isEqualTo("UP");
        Answer taken = await("the second to take it")
                .atMost(Duration.ofSeconds(60))
                .until(() -> there.checkOut("sim-approve", "Idempotency-Key", key), answer -> answer.status() == 201);

        connection.join();

        Answer repeated = await("the first to be back")
                .atMost(Duration.ofSeconds(60))
                .until(() -> here.checkOut("sim-approve", "Idempotency-Key", key), answer -> answer.status() == 201);
        assertThat(repeated.text("/id")).isEqualTo(taken.text("/id"));
        here.awaitStatus(taken.text("/id"), "DELIVERED");
        here.awaitStatus(here.buy(product, 1), "DELIVERED");
        operator.get("/actuator/health").expect(200);
        assertThat(operator.get("/actuator/prometheus").expect(200).body())
                .contains("daybook_event_store_append_seconds_count");
    }

    @Test
    @Order(5)
    void theSurvivorTakesOverFromTheOneThatIsKilled() throws Exception {
        DaybookProcess victim = instances.ownerOf("lifecycle");
        DaybookProcess survivor = instances.other(victim);
        User admin = survivor.shop().administrator();
        String product = admin.addProduct(1_000);
        Queue<Purchase> answered = new ConcurrentLinkedQueue<>();

        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            for (int c = 0; c < 4; c++) {
                User customer = survivor.shop().customer();
                User there = c % 2 == 0 ? customer : customer.at(victim.shop());
                clients.submit(() -> buyUntilItDies(there, customer, product, answered));
            }
            await("enough checkouts to be answered")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> answered.size() >= 30);
            victim.kill();
        }

        awaitTheEndOf(answered);
        assertThat(answered.stream().map(Purchase::order)).doesNotHaveDuplicates();
        await("no piece to stay reserved")
                .atMost(Duration.ofSeconds(60))
                .until(() -> admin.stock(product).at("/reserved").asInt() == 0);
    }

    private static void buyUntilItDies(User there, User home, String product, Queue<Purchase> answered) {
        try {
            for (int i = 0; i < 40; i++) {
                if (there.putInCart(product, 1).status() != 200) continue;
                Answer answer = there.checkOut();
                if (answer.status() == 201) answered.add(new Purchase(home, answer.text("/id")));
            }
        } catch (UncheckedIOException expected) {
            // The instance was killed under this client; whatever was not answered is not claimed to exist.
        }
    }

    private static void awaitTheEndOf(Iterable<Purchase> purchases) {
        Queue<Purchase> open = new ConcurrentLinkedQueue<>();
        purchases.forEach(open::add);
        await("every order to reach its end").atMost(Duration.ofSeconds(120)).until(() -> {
            open.removeIf(purchase -> FINAL.contains(purchase.status()));
            return open.isEmpty();
        });
    }

    private record Purchase(User customer, String order) {
        String status() {
            JsonNode now = customer.order(order);
            return now.at("/status").asString();
        }
    }

    private static InetSocketAddress server() {
        String[] hostAndPort = System.getenv(AxonServerIsGiven.SERVER).split(":", 2);
        return new InetSocketAddress(hostAndPort[0], hostAndPort.length == 1 ? 8124 : Integer.parseInt(hostAndPort[1]));
    }

    private static List<String> onServer(String address) {
        return List.of(
                "--spring.profiles.active=mysql,axonserver",
                "--axon.axonserver.servers=" + address,
                // however busy the machine, no order is called off for that
                "--daybook.lifecycle.payment-due=10m");
    }

    private static void purge(InetSocketAddress server) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://" + server.getHostString() + ":8024/v1/devmode/purge-events"))
                .DELETE()
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                    .as("purging the events of the test server")
                    .isEqualTo(200);
        }
    }
}
