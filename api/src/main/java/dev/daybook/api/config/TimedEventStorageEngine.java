package dev.daybook.api.config;

import dev.daybook.api.metrics.EventStoreAppends;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;

/** Measures how long it takes to write the events of one transaction; its commit comes later. */
class TimedEventStorageEngine extends JdbcEventStorageEngine {
    private final Timer appends;

    TimedEventStorageEngine(Builder engine, MeterRegistry meters) {
        super(engine);
        this.appends = EventStoreAppends.timer(meters);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        appends.record(() -> super.appendEvents(events, serializer));
    }
}
