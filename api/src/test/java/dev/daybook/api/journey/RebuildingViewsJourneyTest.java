package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class RebuildingViewsJourneyTest extends JourneyTest {
    private static final List<String> VIEWS = List.copyOf(ViewTables.BY_VIEW.keySet());

    /** Against a hang: a view also reads what other tests left, while this one keeps the machine busy. */
    private static final Duration AT_LAST = Duration.ofMinutes(5);

    /** Often enough to see every change of slots, and a rest for the rebuild. In nanoseconds. */
    private static final long BETWEEN_READS = 5_000_000;

    @Autowired
    private JdbcClient database;

    @Test
    void everyViewIsRebuiltWhileWritesGoOnAndNoReadIsEmptyOrOlderThanAnEarlierOne() throws Exception {
        assertThat(projections().keySet()).containsExactlyElementsOf(VIEWS);
        User customer = shop.customer();
        User reader = shop.customer();
        String product = admin.addProduct(100_000);
        String basket = admin.addProduct(100_000);
        String first = customer.buy(product, 1);
        reader.putInCart(basket, 1).expect(200);
        var done = new AtomicBoolean();

        try (ExecutorService executor = Executors.newFixedThreadPool(7)) {
            List<Future<?>> others = List.of(
                    executor.submit(() -> {
                        while (!done.get()) customer.buy(product, 1);
                    }),
                    executor.submit(() -> {
                        for (int i = 0; i < 900 && !done.get(); i++)
                            reader.putInCart(basket, 1).expect(200);
                    }),
                    executor.submit(neverLess(
                            done,
                            () -> reader.get("/api/cart")
                                    .expect(200)
                                    .json()
                                    .at("/items/0/quantity")
                                    .asLong())),
                    executor.submit(neverLess(done, () -> sequenceOf(customer, first))),
                    executor.submit(neverLess(
                            done,
                            () -> customer.get("/api/orders?limit=100")
                                    .expect(200)
                                    .json()
                                    .at("/items")
                                    .size())),
                    executor.submit(neverLess(
                            done,
                            () -> customer.get("/api/users/me/profile")
                                    .expect(200)
                                    .json()
                                    .at("/orderCount")
                                    .asLong())),
                    executor.submit(neverLess(
                            done,
                            () -> admin.get("/api/admin/orders/" + first + "/history")
                                    .expect(200)
                                    .json()
                                    .at("/items")
                                    .size())));
            try {
                for (String view : VIEWS) rebuild(view);
            } finally {
                done.set(true);
            }
            for (Future<?> other : others) other.get();
        }
    }

    @Test
    void aRebuiltViewHasTheSameRowsAsBefore() {
        User customer = shop.customer();
        String product = admin.addProduct(50);
        for (int i = 0; i < 5; i++)
            customer.awaitStatus(customer.buy(product, 2, i == 3 ? "sim-timeout" : "sim-approve"), "DELIVERED");
        shop.customer().putInCart(product, 7).expect(200);
        awaitQuiet();

        for (String view : VIEWS) {
            Map<String, List<String>> before = rows(view);
            assertThat(before.values().stream().mapToInt(List::size).sum())
                    .as(view)
                    .isPositive();

            rebuild(view);

            assertThat(rows(view)).as(view).isEqualTo(before);
        }
    }

    @Test
    void theFormerRowsCanServeAgain() {
        String serving = serving("productcatalog");
        rebuild("productcatalog");
        String product = admin.addProduct(3);

        admin.post("/api/admin/projections/productcatalog/switch-back", "").expect(202);
        awaitServing("productcatalog", serving);

        assertThat(admin.stock(product).at("/available").asInt()).isEqualTo(3);
    }

    @Test
    void unknownAndRunningRebuildsAreRefused() {
        admin.post("/api/admin/projections/nosuchview/replay", "").expect(404);
        admin.post("/api/admin/projections/lifecycle/replay", "").expect(404);
        String serving = serving("audittrail");
        admin.post("/api/admin/projections/audittrail/replay", "").expect(202);
        Answer second = admin.post("/api/admin/projections/audittrail/replay", "");
        // A small view may be done already; then the second is a rebuild of its own.
        if (second.status() == 409) second.expectProblem(409, "ALREADY_REPLAYING");
        else second.expect(202);
        await("the rebuilds to end").until(() -> state("audittrail").equals("SERVING"));
        assertThat(serving("audittrail")).isNotNull().isNotEqualTo(second.status() == 409 ? serving : "");
    }

    private void rebuild(String view) {
        String serving = serving(view);
        admin.post("/api/admin/projections/" + view + "/replay", "").expect(202);
        awaitServing(view, serving.equals("A") ? "B" : "A");
    }

    private void awaitServing(String view, String slot) {
        await(view + " to serve from " + slot)
                .atMost(AT_LAST)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> serving(view).equals(slot) && state(view).equals("SERVING"));
    }

    private void awaitQuiet() {
        await("every order to be archived")
                .atMost(Duration.ofSeconds(60))
                .until(() -> admin.get("/api/orders?archived=false&limit=100")
                        .expect(200)
                        .json()
                        .at("/items")
                        .valueStream()
                        .allMatch(order -> order.at("/status").asString().equals("CANCELLED")));
        await("every view to have read everything")
                .until(() -> projections().values().stream()
                        .allMatch(view -> view.at("/lag").asLong() == 0));
    }

    private String serving(String view) {
        return projections().get(view).at("/serving").asString();
    }

    private String state(String view) {
        return projections().get(view).at("/state").asString();
    }

    private Map<String, JsonNode> projections() {
        Map<String, JsonNode> views = new TreeMap<>();
        admin.get("/api/admin/projections")
                .expect(200)
                .json()
                .at("/items")
                .forEach(view -> views.put(view.at("/name").asString(), view));
        return views;
    }

    private static long sequenceOf(User customer, String order) {
        return Long.parseLong(customer.order(order).at("/version").asString().split("\\.")[0]);
    }

    private static Runnable neverLess(AtomicBoolean done, LongSupplier read) {
        return () -> {
            long seen = read.getAsLong();
            assertThat(seen).as("first read").isNotNegative();
            while (!done.get()) {
                LockSupport.parkNanos(BETWEEN_READS);
                long next = read.getAsLong();
                assertThat(next).as("a later read").isGreaterThanOrEqualTo(seen);
                seen = next;
            }
        };
    }

    private Map<String, List<String>> rows(String view) {
        return ViewTables.rows(database, view, serving(view));
    }
}
