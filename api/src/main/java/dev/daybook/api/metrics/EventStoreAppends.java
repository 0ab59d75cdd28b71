package dev.daybook.api.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** The one measure of writing to the book, whichever engine keeps it. */
public final class EventStoreAppends {
    private EventStoreAppends() {}

    public static Timer timer(MeterRegistry meters) {
        return Timer.builder("daybook.event.store.append")
                .description("How long it took to write the events of one transaction")
                .serviceLevelObjectives(Buckets.durations())
                .register(meters);
    }
}
