package dev.daybook.api.config;

import dev.daybook.api.metrics.EventStoreAppends;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Measures how long it takes to write the events of one transaction; its commit comes later. On the embedded engine they are noted for it. */
class TimedEventStorageEngine extends JdbcEventStorageEngine {
    private final @Nullable EventLog log;
    private final Timer appends;

    TimedEventStorageEngine(Builder engine, @Nullable EventLog log, MeterRegistry meters) {
        super(engine);
        this.log = log;
        this.appends = EventStoreAppends.timer(meters);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        appends.record(() -> super.appendEvents(events, serializer));
        if (log != null) log.note(events, serializer);
    }
}
