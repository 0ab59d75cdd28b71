package dev.daybook.api.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.queryhandling.QueryMessage;

/** How long every query took, whatever came of it. */
class QueryMetrics implements MessageMonitor<QueryMessage<?, ?>> {
    private final MeterRegistry meters;
    private final Map<Class<?>, Timer> timers = new ConcurrentHashMap<>();

    QueryMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public MonitorCallback onMessageIngested(QueryMessage<?, ?> query) {
        Timer timer = timers.computeIfAbsent(query.getPayloadType(), this::timer);
        long start = System.nanoTime();
        return new MonitorCallback() {
            @Override
            public void reportSuccess() {
                timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            }

            @Override
            public void reportFailure(Throwable cause) {
                reportSuccess();
            }

            @Override
            public void reportIgnored() {}
        };
    }

    private Timer timer(Class<?> query) {
        return Timer.builder("daybook.query.duration")
                .description("How long a query took")
                .tag("query", query.getSimpleName())
                .register(meters);
    }
}
