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
 * a minute; here it never waits longer than a few seconds, so that it goes on soon after whatever was away is back. And
 * its looks begin a little apart, so that under load many events share a transaction.
 */
public final class CoordinatorThread extends ScheduledThreadPoolExecutor {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Duration rest;
    /** As of {@link System#nanoTime}. */
    private volatile long notBefore = System.nanoTime();

    CoordinatorThread(String name, Duration rest) {
        super(1, new AxonThreadFactory(name));
        this.rest = rest;
    }

    /** One that ends with Axon. */
    public static CoordinatorThread of(Configuration axon, String processor, Duration rest) {
        var thread = new CoordinatorThread("Coordinator[" + processor + "]", rest);
        axon.onShutdown(thread::shutdown);
        return thread;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return super.schedule(command, bounded(delay, unit), TimeUnit.NANOSECONDS);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return super.schedule(callable, bounded(delay, unit), TimeUnit.NANOSECONDS);
    }

    /** Before and not after, so that it is also of what the look itself asks for. */
    @Override
    protected void beforeExecute(Thread thread, Runnable look) {
        super.beforeExecute(thread, look);
        notBefore = System.nanoTime() + rest.toNanos();
    }

    private long bounded(long delay, TimeUnit unit) {
        long asked = Math.min(unit.toNanos(delay), LONGEST_WAIT.toNanos());
        return Math.max(asked, notBefore - System.nanoTime());
    }
}
