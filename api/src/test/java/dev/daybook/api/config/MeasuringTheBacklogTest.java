package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.order.lifecycle.OrderLifecycle;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeasuringTheBacklogTest {
    private static final int EVENTS = 10;

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final WakingEventSource source = new WakingEventSource(store);
    private final Configuration axon = DefaultConfigurer.defaultConfiguration(false)
            .configureEventStore(c -> store)
            .eventProcessing(processing -> processing
                    .registerPooledStreamingEventProcessor(
                            OrderLifecycle.PROCESSING_GROUP,
                            c -> source,
                            (c, processor) -> processor
                                    .initialSegmentCount(1)
                                    .initialToken(StreamableMessageSource::createTailToken))
                    .byDefaultAssignTo(OrderLifecycle.PROCESSING_GROUP)
                    .registerEventHandler(c -> new Listener()))
            .buildConfiguration();
    private final LifecycleBacklog backlog = new LifecycleBacklog(axon.eventProcessingConfiguration(), source);

    @BeforeEach
    void happen() {
        source.start();
        for (int i = 0; i < EVENTS; i++) store.publish(GenericEventMessage.asEventMessage("event " + i));
        await("the source sees every event").until(() -> source.headPosition().orElse(-1) == EVENTS - 1);
    }

    @AfterEach
    void close() {
        source.stop();
        store.shutDown();
    }

    @Test
    void turnsNobodyAwayWhereAnotherNodeRunsTheProcess() {
        assertThat(backlog.waiting()).isZero();
    }

    /** Never started, as on a node that does not have the process's segment. */
    private static class Listener {
        @EventHandler
        void on(String event) {}
    }
}
