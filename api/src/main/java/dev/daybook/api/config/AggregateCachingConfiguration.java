package dev.daybook.api.config;

import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Aggregates that are kept in memory between commands, and how often the long-lived ones are snapshotted. */
@Configuration(proxyBeanMethods = false)
class AggregateCachingConfiguration {
    private static final int EVENTS_PER_SNAPSHOT = 100;

    @Bean
    Cache productCache() {
        return new CaffeineCache(2_000);
    }

    @Bean
    Cache stockCache() {
        return new CaffeineCache(2_000);
    }

    @Bean
    Cache cartCache() {
        return new CaffeineCache(10_000);
    }

    @Bean
    Cache orderCache() {
        return new CaffeineCache(10_000);
    }

    @Bean
    Cache paymentCache() {
        return new CaffeineCache(10_000);
    }

    @Bean
    SnapshotTriggerDefinition stockSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT);
    }

    @Bean
    SnapshotTriggerDefinition cartSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT);
    }
}
