package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class MeasuringTheBacklogTest {
    @Test
    void turnsNobodyAwayWhileItIsNotKnownWhatWasRead() {
        EventProcessingConfiguration withoutTheSegment = withoutTheSegment();
        var store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        var source = new WakingEventSource(store);
        source.start();
        try {
            store.publish(IntStream.range(0, 10)
                    .<DomainEventMessage<?>>mapToObj(
                            i -> new GenericDomainEventMessage<>("Shelf", "shelf-1", i, "event " + i, Map.of()))
                    .toList());
            await("the follower to see the events")
                    .until(() -> source.headPosition().orElse(-1) == 9);

            assertThat(new LifecycleBacklog(withoutTheSegment, source).unreadEvents())
                    .isZero();
        } finally {
            source.stop();
            store.shutDown();
        }
    }

    private static EventProcessingConfiguration withoutTheSegment() {
        var configurer = DefaultConfigurer.defaultConfiguration();
        configurer.eventProcessing();
        return configurer.buildConfiguration().eventProcessingConfiguration();
    }
}
