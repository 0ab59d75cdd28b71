package dev.daybook.query.rebuild;

import static dev.daybook.query.Goods.added;
import static dev.daybook.query.Goods.product;
import static dev.daybook.query.Goods.registered;
import static dev.daybook.query.Goods.reserved;
import static dev.daybook.query.Goods.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.daybook.catalog.contract.StockReceipt;
import dev.daybook.query.ReadYourWrites;
import dev.daybook.query.RunningViews;
import dev.daybook.query.ServingSlots;
import dev.daybook.query.Slot;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProduct;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProducts;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindStock;
import dev.daybook.query.productcatalog.ProductPage;
import dev.daybook.query.productcatalog.ProductSort;
import dev.daybook.query.productcatalog.ProductView;
import dev.daybook.query.productcatalog.StockView;
import dev.daybook.query.rebuild.ProjectionException.Problem;
import dev.daybook.query.rebuild.ProjectionStatus.State;
import dev.daybook.testing.OnBothEngines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothEngines
class RebuildingAViewTest {
    private static final String CATALOG = "productcatalog";
    private static final int PRODUCTS = 12;

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "mysql"})
    void neitherEmptiesTheViewNorTurnsItBackWhileEventsKeepComing(String engine) throws Exception {
        try (var views = RunningViews.onNewDatabase("daybook.views.batch-size=20", "daybook.engine=" + engine)) {
            fill(views, 800);
            var done = new AtomicBoolean();
            try (var threads = Executors.newFixedThreadPool(3)) {
                var writer = threads.submit(() -> keepReserving(views, done));
                List<Future<Integer>> readers =
                        List.of(threads.submit(keepReading(views, done)), threads.submit(keepReading(views, done)));
                try {
                    views.projections().rebuild(CATALOG);
                    views.awaitServing(CATALOG, Slot.B);
                    await("queries to read what serves")
                            .until(() -> views.bean(ServingSlots.class).serving(CATALOG) == Slot.B);
                    views.projections().rebuild(CATALOG);
                    views.awaitServing(CATALOG, Slot.A);
                    views.projections().switchBack(CATALOG);
                    views.awaitServing(CATALOG, Slot.B);
                } finally {
                    done.set(true);
                }
                writer.get(30, TimeUnit.SECONDS);
                for (var reader : readers)
                    assertThat(reader.get(30, TimeUnit.SECONDS)).isPositive();
            }
            views.awaitCaughtUp(CATALOG);
            views.projections().switchBack(CATALOG);
            views.awaitServing(CATALOG, Slot.A);

            assertThat(rows(views, Slot.A)).isEqualTo(rows(views, Slot.B)).isNotEmpty();
            assertThat(views.letters().all()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phase = 'REBUILDING', other_cleared = false", // before, or in the midst of, clearing
                "phase = 'REBUILDING'",
                "phase = 'HANDING_OVER', handing_over_since = 0"
            })
    void goesOnWhereItWasInterrupted(String interruptedAt) throws Exception {
        var views = RunningViews.onNewDatabase("daybook.views.batch-size=1");
        try {
            fill(views, 500);
            views.projections().rebuild(CATALOG);
            await("the rebuild to be under way")
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> views.status(CATALOG).progress() > 0.05);
            assertThat(views.status(CATALOG).replaying()).isTrue();
        } finally {
            views.close();
        }
        views.executeWhileDown("update view_slot set " + interruptedAt + " where view_name = 'productcatalog'");

        try (var again = views.again()) {
            assertThat(level(again).sequence()).isEqualTo(500);
            again.awaitServing(CATALOG, Slot.B);

            assertThat(again.jdbc()
                            .sql("select count(*) from product_view where slot = 'B'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(PRODUCTS);
            assertThat(rows(again, Slot.B)).isEqualTo(rows(again, Slot.A));
        }
    }

    @Test
    void tellsHowItGetsOn() {
        try (var views = RunningViews.onNewDatabase("daybook.views.batch-size=1")) {
            fill(views, 500);
            assertThat(views.status(CATALOG)).satisfies(status -> {
                assertThat(status.state()).isEqualTo(State.SERVING);
                assertThat(status.serving()).isEqualTo(Slot.A);
                assertThat(status.position()).isEqualTo(status.head());
                assertThat(status.replaying()).isFalse();
                assertThat(status.progress()).isEqualTo(1);
                assertThat(status.canSwitchBack()).isFalse();
                assertThat(status.lastError()).isNull();
            });

            assertThat(views.projections().rebuild(CATALOG)).satisfies(status -> {
                assertThat(status.state()).isEqualTo(State.REBUILDING);
                assertThat(status.serving()).isEqualTo(Slot.A);
                assertThat(status.replaying()).isTrue();
                assertThat(status.progress()).isLessThan(1);
            });
            await("a time to be told")
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> views.status(CATALOG).eta() != null);
            views.awaitServing(CATALOG, Slot.B);

            assertThat(views.status(CATALOG)).satisfies(status -> {
                assertThat(status.state()).isEqualTo(State.SERVING);
                assertThat(status.progress()).isEqualTo(1);
                assertThat(status.canSwitchBack()).isTrue();
                assertThat(status.eta()).isNull();
                assertThat(status.lastError()).isNull();
            });
            assertThat(views.status("cartcontents").state()).isEqualTo(State.SERVING);
        }
    }

    @Test
    void worksOnAnEmptyStore() {
        try (var views = RunningViews.onNewDatabase()) {
            assertThat(views.status(CATALOG)).satisfies(status -> {
                assertThat(status.position()).isEqualTo(-1);
                assertThat(status.head()).isEqualTo(-1);
                assertThat(status.lag()).isZero();
            });
            views.projections().rebuild(CATALOG);
            views.awaitServing(CATALOG, Slot.B);
            views.publish("product-first", added("first", 1));
            views.awaitCaughtUp(CATALOG);
            assertThat(views.askForOne(new FindProduct("product-first"), ProductView.class))
                    .isPresent();
            fill(views, 1);
            assertThat(level(views).sequence()).isEqualTo(1);
        }
    }

    @Test
    void refusesWhatCannotBe() {
        try (var views = RunningViews.onNewDatabase("daybook.views.batch-size=1")) {
            assertProblem(Problem.UNKNOWN_PROJECTION, () -> views.projections().rebuild("nonsense"));
            assertProblem(Problem.UNKNOWN_PROJECTION, () -> views.projections().switchBack("nonsense"));
            assertProblem(
                    Problem.NOTHING_TO_SWITCH_BACK_TO, () -> views.projections().switchBack(CATALOG));
            fill(views, 300);

            assertThat(startedAtOnce(views)).isEqualTo(1);
            assertProblem(Problem.ALREADY_REPLAYING, () -> views.projections().rebuild(CATALOG));
            assertProblem(Problem.ALREADY_REPLAYING, () -> views.projections().switchBack(CATALOG));
            views.awaitServing(CATALOG, Slot.B);
        }
    }

    @Test
    void switchesBackToTheFormerRowsCaughtUp() {
        try (var views = RunningViews.onNewDatabase()) {
            fill(views, 10);
            views.projections().rebuild(CATALOG);
            views.awaitServing(CATALOG, Slot.B);
            views.publish(stock("p0"), reserved("p0", "late", 1));
            views.awaitCaughtUp(CATALOG);
            views.execute("update product_view set name = 'from the former slot' where slot = 'A'");

            assertThat(views.projections().switchBack(CATALOG).state()).isEqualTo(State.SWITCHING_BACK);
            views.awaitServing(CATALOG, Slot.A);

            assertThat(level(views).sequence()).isEqualTo(11);
            assertThat(views.ask(
                                    new FindProducts(null, null, null, null, null, ProductSort.NAME, 100, null),
                                    ProductPage.class)
                            .items())
                    .allSatisfy(product -> assertThat(product.name()).isEqualTo("from the former slot"));
        }
    }

    @Test
    void isNotHeldUpByHolesAmongTheEvents() {
        try (var views = RunningViews.onNewDatabase()) {
            fill(views, 5);
            for (int i = 0; i < 10; i++) {
                views.publishAndRollBack(stock("p0"), reserved("p0", "never", 1));
                views.publish(stock("p0"), reserved("p0", "after-" + i, 1));
            }
            views.awaitCaughtUp(CATALOG);

            views.projections().rebuild(CATALOG);
            views.awaitServing(CATALOG, Slot.B);
            views.publishAndRollBack(stock("p0"), reserved("p0", "never", 1));
            views.publish(stock("p0"), reserved("p0", "late", 1));
            views.projections().switchBack(CATALOG);
            views.awaitServing(CATALOG, Slot.A);

            views.awaitCaughtUp(CATALOG);
            assertThat(level(views).sequence()).isEqualTo(16);
        }
    }

    @Test
    void isCarriedBySeveralNodes() throws Exception {
        try (var one = RunningViews.onNewDatabase("daybook.views.batch-size=20", "daybook.views.segments=2");
                var other = one.again("daybook.views.batch-size=20", "daybook.views.segments=2")) {
            fill(one, 300);
            var done = new AtomicBoolean();
            try (var threads = Executors.newFixedThreadPool(3)) {
                var writer = threads.submit(() -> keepReserving(one, done));
                var here = threads.submit(keepReading(one, done));
                var there = threads.submit(keepReading(other, done));
                try {
                    other.projections().rebuild(CATALOG);
                    one.awaitServing(CATALOG, Slot.B);
                    one.projections().switchBack(CATALOG);
                    other.awaitServing(CATALOG, Slot.A);
                } finally {
                    done.set(true);
                }
                writer.get(30, TimeUnit.SECONDS);
                assertThat(here.get(30, TimeUnit.SECONDS)).isPositive();
                assertThat(there.get(30, TimeUnit.SECONDS)).isPositive();
            }
            long last = lastSequence(one);
            await("all to be read")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> level(other).sequence() == last);
        }
    }

    private static void fill(RunningViews views, int reservations) {
        for (int i = 0; i < PRODUCTS; i++) views.publish("product-p" + i, added("p" + i, 100 + i));
        Object[] events = new Object[reservations + 1];
        events[0] = registered("p0", 1_000_000);
        for (int i = 1; i <= reservations; i++) events[i] = reserved("p0", "early-" + i, 1);
        views.publish(stock("p0"), events);
        views.awaitCaughtUp(CATALOG);
    }

    private static int keepReserving(RunningViews views, AtomicBoolean done) {
        int written = 0;
        var wait = views.bean(ReadYourWrites.class);
        while (!done.get()) {
            for (int i = 0; i < 50; i++) views.publish(stock("p0"), reserved("p0", "busy-" + written++, 1));
            wait.await(new StockReceipt(product("p0"), lastSequence(views), null), Set.of(CATALOG));
        }
        return written;
    }

    private static Callable<Integer> keepReading(RunningViews views, AtomicBoolean done) {
        return () -> {
            int reads = 0;
            long newest = -1;
            while (!done.get()) {
                StockView level = level(views);
                assertThat(level.sequence()).as("read %d", reads).isGreaterThanOrEqualTo(newest);
                newest = level.sequence();
                assertThat(views.ask(
                                        new FindProducts(null, null, null, null, null, ProductSort.NAME, 100, null),
                                        ProductPage.class)
                                .items())
                        .hasSize(PRODUCTS);
                reads++;
            }
            return reads;
        };
    }

    private static int startedAtOnce(RunningViews views) {
        var started = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++)
                all.add(threads.submit(() -> {
                    try {
                        views.projections().rebuild(CATALOG);
                        started.incrementAndGet();
                    } catch (ProjectionException e) {
                        assertThat(e.problem()).isEqualTo(Problem.ALREADY_REPLAYING);
                    }
                }));
            for (var one : all) one.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
        return started.get();
    }

    private static void assertProblem(Problem problem, ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        ProjectionException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private static StockView level(RunningViews views) {
        return views.askForOne(new FindStock("product-p0"), StockView.class).orElseThrow();
    }

    private static long lastSequence(RunningViews views) {
        return views.jdbc()
                .sql("select max(sequenceNumber) from domain_event_entry where aggregateIdentifier = ?")
                .param(stock("p0"))
                .query(Long.class)
                .single();
    }

    private static List<String> rows(RunningViews views, Slot slot) {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("product_view", "product_stock_view"))
            views.jdbc()
                    .sql("select * from " + table + " where slot = ? order by product_id")
                    .param(slot.name())
                    .query()
                    .listOfRows()
                    .forEach(row -> {
                        row.remove("slot");
                        rows.add(row.toString());
                    });
        return rows;
    }
}
