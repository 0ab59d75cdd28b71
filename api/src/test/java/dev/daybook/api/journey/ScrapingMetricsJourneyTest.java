package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@TestPropertySource(
        properties = {
            "management.prometheus.metrics.export.enabled=true",
            "daybook.metrics.refresh=0s",
            "daybook.metrics.best-sellers=2",
        })
@DirtiesContext // or every later application would be run beside this one
class ScrapingMetricsJourneyTest extends JourneyTest {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("users_registered_total", "counter"),
            Map.entry("products_total", "counter"),
            Map.entry("products_by_category", "gauge"),
            Map.entry("items_added_to_cart_total", "counter"),
            Map.entry("checkouts_total", "counter"),
            Map.entry("cart_value_cents", "histogram"),
            Map.entry("cart_items_count", "histogram"),
            Map.entry("orders_created_total", "counter"),
            Map.entry("orders_status_total", "counter"),
            Map.entry("order_delivery_duration_seconds", "histogram"),
            Map.entry("daybook_command_duration_seconds", "histogram"),
            Map.entry("daybook_event_store_append_seconds", "histogram"),
            Map.entry("daybook_view_lag_events", "gauge"),
            Map.entry("daybook_view_lag_seconds", "gauge"),
            Map.entry("daybook_replay_progress_ratio", "gauge"),
            Map.entry("daybook_dead_letters", "gauge"),
            Map.entry("daybook_orders_flagged", "gauge"),
            Map.entry("daybook_timers_overdue", "gauge"),
            Map.entry("daybook_reservations_open", "gauge"),
            Map.entry("daybook_oversells_refused_total", "counter"),
            Map.entry("daybook_idempotent_repeats_total", "counter"),
            Map.entry("daybook_log_ins_throttled_total", "counter"),
            Map.entry("daybook_figures_teller", "gauge"),
            Map.entry("http_server_requests_seconds", "histogram"),
            Map.entry("jvm_memory_used_bytes", "gauge"),
            Map.entry("hikaricp_connections_active", "gauge"),
            Map.entry("disk_free_bytes", "gauge"),
            Map.entry("disk_total_bytes", "gauge"),
            Map.entry("daybook_processor_latency_seconds", "gauge"),
            Map.entry("daybook_processor_events_total", "counter"),
            Map.entry("daybook_query_duration_seconds", "summary"));

    @Test
    void tellsWhatHappenedInTheShopAndTellsTheSameAfterEveryReplay() {
        Scrape before = scrape();
        User customer = shop.customer();
        String much = admin.addProduct(10);
        String little = admin.addProduct(2);
        String none = admin.addProduct(1);
        customer.awaitStatus(customer.buy(much, 7), "DELIVERED");
        customer.buy(little, 2, "sim-decline");
        customer.awaitStatus(customer.buy(none, 3), "CANCELLED");
        repeatACheckout(customer, much);
        failToLogIn();
        awaitQuiet();

        Scrape after = scrape();
        assertThat(after.types()).containsAllEntriesOf(TYPES);
        assertThat(after.bounds("cart_value_cents", "currency=USD"))
                .containsExactly(
                        "1000.0", "2500.0", "5000.0", "7500.0", "10000.0", "15000.0", "20000.0", "50000.0", "+Inf");
        assertThat(after.bounds("cart_items_count"))
                .containsExactly("1.0", "2.0", "3.0", "5.0", "8.0", "13.0", "21.0", "+Inf");
        assertThat(after.bounds("order_delivery_duration_seconds"))
                .containsExactly("30.0", "60.0", "120.0", "180.0", "240.0", "300.0", "360.0", "480.0", "600.0", "+Inf");
        assertThat(grown(before, after, "users_registered_total")).isEqualTo(1);
        assertThat(grown(before, after, "products_total")).isEqualTo(3);
        assertThat(after.value("products_by_category", "category=Tests")).isEqualTo(3);
        assertThat(grown(before, after, "checkouts_total")).isEqualTo(4);
        assertThat(grown(before, after, "orders_created_total")).isEqualTo(4);
        assertThat(grown(before, after, "orders_status_total", "status=CANCELLED"))
                .isEqualTo(1);
        assertThat(after.labels("orders_status_total", "status"))
                .containsExactlyInAnyOrder("CREATED", "PROCESSING", "SHIPPING", "DELIVERED", "CANCELLED");
        assertThat(after.labels("items_added_to_cart_total", "product"))
                .hasSize(3)
                .contains("other");
        assertThat(after.sum("items_added_to_cart_total")).isEqualTo(13);
        assertThat(after.value("cart_value_cents_bucket", "currency=USD", "le=7500.0"))
                .isEqualTo(4);
        assertThat(after.value("cart_value_cents_sum", "currency=USD")).isEqualTo(13_000);
        assertThat(after.value("cart_items_count_bucket", "le=1.0")).isEqualTo(1);
        assertThat(after.value("order_delivery_duration_seconds_bucket", "le=30.0"))
                .isEqualTo(after.value("orders_status_total", "status=DELIVERED"));
        assertThat(after.value("daybook_oversells_refused_total")).isEqualTo(1);
        assertThat(after.value("daybook_reservations_open")).isEqualTo(1);
        assertThat(grown(before, after, "daybook_idempotent_repeats_total")).isEqualTo(1);
        assertThat(after.sum("daybook_log_ins_throttled_total")).isPositive();
        assertThat(after.value("daybook_command_duration_seconds_count", "command=CheckOutCart", "outcome=done"))
                .isEqualTo(4);
        assertThat(after.value("daybook_command_duration_seconds_count", "command=CheckOutCart", "outcome=refused"))
                .isEqualTo(1);
        assertThat(after.value("daybook_event_store_append_seconds_count")).isPositive();
        assertThat(after.labels("daybook_view_lag_events", "view"))
                .containsExactlyInAnyOrderElementsOf(ViewTables.BY_VIEW.keySet());
        assertThat(after.sum("daybook_timers_overdue")).isZero();

        rebuild();
        assertThat(ofTheShop(scrape())).isEqualTo(ofTheShop(after));
        rebuild();
        assertThat(ofTheShop(scrape())).isEqualTo(ofTheShop(after));
    }

    /** A scrape does without the figures of the database when that is slow to answer; the next one has them. */
    private Scrape scrape() {
        return await("the figures of the whole shop to be told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Scrape.of(shop.anyone()), scrape -> scrape.value("daybook_figures_teller") == 1);
    }

    private static double grown(Scrape before, Scrape after, String name, String... labels) {
        return after.value(name, labels) - before.value(name, labels);
    }

    /** What is the shop's, and not this instance's. */
    private static Map<String, Double> ofTheShop(Scrape scrape) {
        var figures = new TreeMap<>(scrape.samples());
        figures.keySet()
                .removeIf(key -> !key.matches("(users|products|items|checkouts|cart|orders|order_|daybook_orders"
                        + "|daybook_reservations|daybook_oversells).*"));
        assertThat(figures).hasSizeGreaterThan(30);
        return figures;
    }

    private void repeatACheckout(User customer, String product) {
        customer.putInCart(product, 1).expect(200);
        Answer first =
                customer.checkOut("sim-approve", "Idempotency-Key", "again").expect(201);
        Answer second =
                customer.checkOut("sim-approve", "Idempotency-Key", "again").expect(201);
        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
        customer.checkOut("sim-approve").expectProblem(409, "EMPTY_CART");
        customer.awaitStatus(first.text("/id"), "DELIVERED");
    }

    private void failToLogIn() {
        await("a log-in to be throttled")
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> shop.form("/api/token", "grant_type=password&username=nobody&password=wrong-password")
                                .status()
                        == 429);
    }

    private void awaitQuiet() {
        await("every view to have read everything")
                .atMost(Duration.ofSeconds(30))
                .until(() -> scrape().sum("daybook_view_lag_events") == 0
                        && admin.get("/api/orders?archived=false&limit=100")
                                        .expect(200)
                                        .json()
                                        .at("/items")
                                        .valueStream()
                                        .filter(order ->
                                                order.at("/status").asString().equals("DELIVERED"))
                                        .count()
                                == 0);
    }

    private void rebuild() {
        String serving = view().at("/serving").asString();
        admin.post("/api/admin/projections/shopfigures/replay", "").expect(202);
        await("the other slot to serve")
                .atMost(Duration.ofSeconds(60))
                .until(() -> !view().at("/serving").asString().equals(serving)
                        && view().at("/state").asString().equals("SERVING"));
    }

    private JsonNode view() {
        List<JsonNode> views = admin.get("/api/admin/projections")
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(view -> view.at("/name").asString().equals("shopfigures"))
                .toList();
        return views.getFirst();
    }
}
