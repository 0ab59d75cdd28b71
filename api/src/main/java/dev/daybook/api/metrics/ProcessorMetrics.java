package dev.daybook.api.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.monitoring.MessageMonitor;

/** How many events a processor handled, and how old the last of them was then. */
class ProcessorMetrics implements MessageMonitor<EventMessage<?>> {
    private final Counter handled;
    private final Counter failed;
    private final Clock clock;
    /** Milliseconds. */
    private volatile long latency;

    ProcessorMetrics(String processor, MeterRegistry meters, Clock clock) {
        this.handled = counter(processor, "handled", meters);
        this.failed = counter(processor, "failed", meters);
        this.clock = clock;
        TimeGauge.builder("daybook.processor.latency", this, TimeUnit.MILLISECONDS, metrics -> metrics.latency)
                .description("From writing the last event that the processor handled until that")
                .tag("processor", processor)
                .register(meters);
    }

    private static Counter counter(String processor, String outcome, MeterRegistry meters) {
        return Counter.builder("daybook.processor.events")
                .description("Events that the processor handled")
                .tag("processor", processor)
                .tag("outcome", outcome)
                .register(meters);
    }

    @Override
    public MonitorCallback onMessageIngested(EventMessage<?> event) {
        return new MonitorCallback() {
            @Override
            public void reportSuccess() {
                handled.increment();
                latency = clock.millis() - event.getTimestamp().toEpochMilli();
            }

            @Override
            public void reportFailure(Throwable cause) {
                failed.increment();
            }

            @Override
            public void reportIgnored() {}
        };
    }
}
