package dev.daybook.query;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tells those who wait for an aggregate, in this JVM, that some view has just committed something of it. */
@Component
class Touches {
    private final ConcurrentHashMap<String, Set<Watch>> watches = new ConcurrentHashMap<>();

    Watch watch(String aggregateId) {
        var watch = new Watch(aggregateId);
        watches.compute(aggregateId, (id, all) -> {
            Set<Watch> set = all == null ? ConcurrentHashMap.newKeySet() : all;
            set.add(watch);
            return set;
        });
        return watch;
    }

    void signal(Collection<String> aggregateIds) {
        if (watches.isEmpty()) return;
        for (String aggregateId : aggregateIds)
            watches.getOrDefault(aggregateId, Set.of()).forEach(watch -> watch.touched.release());
    }

    /** One waiter's ear. */
    final class Watch implements AutoCloseable {
        private final String aggregateId;
        private final Semaphore touched = new Semaphore(0);

        private Watch(String aggregateId) {
            this.aggregateId = aggregateId;
        }

        /** Whether a signal came, since the last call or within {@code longest}. */
        boolean await(Duration longest) throws InterruptedException {
            boolean signalled = touched.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
            touched.drainPermits();
            return signalled;
        }

        @Override
        public void close() {
            watches.computeIfPresent(aggregateId, (id, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }
}
