package dev.daybook.api.metrics;

import dev.daybook.identity.contract.Accounts;
import dev.daybook.query.rebuild.ProjectionStatus;
import dev.daybook.query.rebuild.Projections;
import dev.daybook.query.shopfigures.CurrentShopFigures;
import dev.daybook.query.shopfigures.ShopFigures;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the database tells, read when it is asked for and kept for a while. It is read on a thread of its own and waited for
 * briefly only: a scrape must not hang on a database that is away.
 */
@Component
@EnableConfigurationProperties(MetricsSettings.class)
class SharedFigures implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedFigures.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MetricsSettings settings;
    private final FiguresTeller teller;
    private final CurrentShopFigures shop;
    private final Accounts accounts;
    private final Projections projections;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("figures").factory());

    private @Nullable Future<Optional<Told>> latest;
    private long latestSince;

    SharedFigures(
            MetricsSettings settings,
            FiguresTeller teller,
            CurrentShopFigures shop,
            Accounts accounts,
            Projections projections,
            JdbcClient jdbc,
            Clock clock) {
        this.settings = settings;
        this.teller = teller;
        this.shop = shop;
        this.accounts = accounts;
        this.projections = projections;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is told here, and nowhere else. */
    record Told(ShopFigures shop, long accounts, List<ViewFigures> views, long timersOverdue) {}

    record ViewFigures(ProjectionStatus status, Duration behind) {}

    /** Nothing when another instance tells, or the database does not answer. */
    Optional<Told> current() {
        try {
            return latest().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(
                    "The figures of the database are missing: {}",
                    String.valueOf(e.getCause() == null ? e : e.getCause()));
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized Future<Optional<Told>> latest() {
        boolean fresh = latest != null
                && (!latest.isDone()
                        || System.nanoTime() - latestSince < settings.refresh().toNanos());
        if (latest == null || !fresh) {
            latest = reading.submit(this::read);
            latestSince = System.nanoTime();
        }
        return latest;
    }

    private Optional<Told> read() {
        if (!teller.isMe()) return Optional.empty();
        List<ViewFigures> views = projections.all().stream()
                .map(view -> new ViewFigures(view, projections.behind(view)))
                .toList();
        return Optional.of(new Told(shop.read(settings.bestSellers()), accounts.count(), views, timersOverdue()));
    }

    private long timersOverdue() {
        return jdbc.sql("select count(*) from scheduled_tasks where execution_time < ?")
                .param(Timestamp.from(clock.instant().minus(settings.timersGrace())))
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        reading.shutdownNow();
    }
}
