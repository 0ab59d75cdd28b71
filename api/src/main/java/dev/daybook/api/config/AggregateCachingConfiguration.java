package dev.daybook.api.config;

import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Aggregates that are kept in memory between commands, and how often the long-lived ones are snapshotted. */
@Configuration(proxyBeanMethods = false)
class AggregateCachingConfiguration {
    private static final int EVENTS_PER_SNAPSHOT = 100;

    private final boolean alone;
    private final ObjectProvider<EventStore> events;

    AggregateCachingConfiguration(@Value("${daybook.engine}") String engine, ObjectProvider<EventStore> events) {
        this.alone = engine.equals("embedded");
        this.events = events;
    }

    @Bean
    Cache productCache() {
        return cache(2_000);
    }

    @Bean
    Cache stockCache() {
        return cache(2_000);
    }

    @Bean
    Cache cartCache() {
        return cache(10_000);
    }

    @Bean
    Cache orderCache() {
        return cache(10_000);
    }

    @Bean
    Cache paymentCache() {
        return cache(10_000);
    }

    @Bean
    SnapshotTriggerDefinition stockSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT);
    }

    @Bean
    SnapshotTriggerDefinition cartSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT);
    }

    private Cache cache(long maximumSize) {
        return alone ? new CaffeineCache(maximumSize) : new CurrentCache(maximumSize, events::getObject);
    }
}
