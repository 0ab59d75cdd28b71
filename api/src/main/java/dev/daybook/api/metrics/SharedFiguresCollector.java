package dev.daybook.api.metrics;

import dev.daybook.api.metrics.SharedFigures.Told;
import dev.daybook.api.metrics.SharedFigures.ViewFigures;
import dev.daybook.query.shopfigures.ShopFigures;
import dev.daybook.query.shopfigures.ShopFigures.Bucket;
import dev.daybook.query.shopfigures.ShopFigures.Distribution;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives Prometheus the shared figures as they are in the database. Meters of Micrometer count what they see themselves; these
 * were counted before.
 */
class SharedFiguresCollector implements MultiCollector {
    private static final String OTHER = "other";
    private static final int MOST_CATEGORIES = 100;

    private final SharedFigures figures;

    SharedFiguresCollector(SharedFigures figures) {
        this.figures = figures;
    }

    @Override
    public MetricSnapshots collect() {
        List<MetricSnapshot> told = new ArrayList<>();
        var current = figures.current();
        told.add(gauge(
                "daybook_figures_teller",
                "1 where the figures of the whole shop are told",
                current.isPresent() ? 1 : 0));
        current.ifPresent(now -> {
            addShop(told, now);
            addViews(told, now.views());
            addOperations(told, now);
        });
        return new MetricSnapshots(told);
    }

    private static void addShop(List<MetricSnapshot> told, Told now) {
        ShopFigures shop = now.shop();
        Map<String, Long> items = new TreeMap<>(shop.itemsAdded());
        items.merge(OTHER, shop.itemsAddedOfOthers(), Long::sum);
        told.add(counter("users_registered", "Accounts opened", now.accounts()));
        told.add(counter("products", "Products ever taken into the catalog", shop.productsAdded()));
        told.add(gauges("products_by_category", "Products on sale", "category", largest(shop.productsByCategory())));
        told.add(counters("items_added_to_cart", "Pieces put into carts", "product", items));
        told.add(counter("checkouts", "Carts checked out", shop.checkouts()));
        told.add(histogram(
                "cart_value_cents", "Value of carts at checkout, in minor units", "currency", shop.cartValues(), 1));
        told.add(histogram("cart_items_count", "Pieces in carts at checkout", null, Map.of("", shop.cartItems()), 1));
        told.add(counter("orders_created", "Orders created", shop.ordersCreated()));
        told.add(counters(
                "orders_status",
                "Orders that came into a status",
                "status",
                shop.ordersByStatus().entrySet().stream()
                        .collect(Collectors.toMap(status -> status.getKey().name(), Map.Entry::getValue))));
        told.add(histogram(
                "order_delivery_duration_seconds",
                "From an order's creation until it was delivered",
                null,
                Map.of("", shop.deliveries()),
                1000));
    }

    private static void addViews(List<MetricSnapshot> told, List<ViewFigures> views) {
        told.add(perView("daybook_view_lag_events", "Events that a view has not read", views, view ->
                (double) view.status().lag()));
        told.add(perView(
                "daybook_view_lag_seconds",
                "How long the oldest of them has waited",
                views,
                view -> seconds(view.behind().toMillis())));
        told.add(perView(
                "daybook_replay_progress_ratio",
                "Progress of a rebuild, 1 when none runs",
                views,
                view -> view.status().progress()));
        told.add(perView("daybook_replay_eta_seconds", "Time left of a rebuild that runs", views, view -> {
            var eta = view.status().eta();
            return eta == null ? null : seconds(eta.toMillis());
        }));
        told.add(perView("daybook_dead_letters", "Events that a view could not read", views, view ->
                (double) view.status().deadLetters()));
    }

    private static void addOperations(List<MetricSnapshot> told, Told now) {
        ShopFigures shop = now.shop();
        told.add(gauge("daybook_orders_flagged", "Orders that need a person", shop.ordersFlagged()));
        told.add(gauge("daybook_timers_overdue", "Timers and tasks that should have run", now.timersOverdue()));
        told.add(gauge(
                "daybook_reservations_open", "Reservations neither dispatched nor released", shop.reservationsOpen()));
        told.add(counter(
                "daybook_oversells_refused", "Reservations rejected for want of stock", shop.oversellsRefused()));
    }

    /** The largest, the rest as one. */
    private static Map<String, Long> largest(Map<String, Long> amounts) {
        if (amounts.size() <= MOST_CATEGORIES) return amounts;
        Map<String, Long> bounded = new TreeMap<>();
        List<Map.Entry<String, Long>> sorted = amounts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        sorted.subList(0, MOST_CATEGORIES).forEach(entry -> bounded.put(entry.getKey(), entry.getValue()));
        sorted.subList(MOST_CATEGORIES, sorted.size())
                .forEach(entry -> bounded.merge(OTHER, entry.getValue(), Long::sum));
        return bounded;
    }

    private static CounterSnapshot counter(String name, String help, long value) {
        return CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(CounterDataPointSnapshot.builder().value(value).build())
                .build();
    }

    private static CounterSnapshot counters(String name, String help, String label, Map<String, Long> values) {
        var counter = CounterSnapshot.builder().name(name).help(help);
        values.forEach((of, value) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                .labels(Labels.of(label, of))
                .value(value)
                .build()));
        return counter.build();
    }

    private static GaugeSnapshot gauge(String name, String help, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                .build();
    }

    private static GaugeSnapshot gauges(String name, String help, String label, Map<String, Long> values) {
        var gauge = GaugeSnapshot.builder().name(name).help(help);
        values.forEach((of, value) -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(Labels.of(label, of))
                .value(value)
                .build()));
        return gauge.build();
    }

    private static GaugeSnapshot perView(
            String name, String help, List<ViewFigures> views, Function<ViewFigures, @Nullable Double> value) {
        var gauge = GaugeSnapshot.builder().name(name).help(help);
        for (ViewFigures view : views) {
            Double known = value.apply(view);
            if (known != null)
                gauge.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(Labels.of("view", view.status().name()))
                        .value(known)
                        .build());
        }
        return gauge.build();
    }

    /** @param parts how many of what was measured make one of the metric's unit */
    private static HistogramSnapshot histogram(
            String name, String help, @Nullable String label, Map<String, Distribution> values, double parts) {
        var histogram = HistogramSnapshot.builder().name(name).help(help);
        values.forEach((of, distribution) -> {
            var buckets = ClassicHistogramBuckets.builder();
            for (Bucket bucket : distribution.buckets())
                buckets.bucket(
                        bucket.bound() == Bucket.INFINITE ? Double.POSITIVE_INFINITY : bucket.bound() / parts,
                        bucket.count());
            histogram.dataPoint(HistogramDataPointSnapshot.builder()
                    .labels(label == null ? Labels.EMPTY : Labels.of(label, of))
                    .classicHistogramBuckets(buckets.build())
                    .sum(distribution.sum() / parts)
                    .build());
        });
        return histogram.build();
    }

    private static double seconds(long millis) {
        return millis / 1000.0;
    }
}
