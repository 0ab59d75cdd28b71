package dev.daybook.query;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.Configuration;

/**
 * The thread on which a pooled processor looks for work. After failures the processor has itself called later and later, up to
 * a minute; here it never waits longer than a few seconds, so that it goes on soon after whatever was away is back.
 */
public final class CoordinatorThread extends ScheduledThreadPoolExecutor {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    CoordinatorThread(String name) {
        super(1, new AxonThreadFactory(name));
    }

    /** One that ends with Axon. */
    public static CoordinatorThread of(Configuration axon, String processor) {
        var thread = new CoordinatorThread("Coordinator[" + processor + "]");
        axon.onShutdown(thread::shutdown);
        return thread;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return super.schedule(command, bounded(delay, unit), TimeUnit.MILLISECONDS);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return super.schedule(callable, bounded(delay, unit), TimeUnit.MILLISECONDS);
    }

    private static long bounded(long delay, TimeUnit unit) {
        return Math.min(unit.toMillis(delay), LONGEST_WAIT.toMillis());
    }
}
