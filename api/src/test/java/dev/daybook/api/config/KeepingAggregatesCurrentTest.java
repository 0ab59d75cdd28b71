package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes, each with its cache, on one event store. */
class KeepingAggregatesCurrentTest {
    private final EventStorageEngine store = new InMemoryEventStorageEngine();
    private final Configuration here = node();
    private final Configuration there = node();

    @AfterEach
    void stop() {
        here.shutdown();
        there.shutdown();
    }

    @Test
    void aNothingToDoRestsOnWhatTheOtherNodeWrote() {
        assertThat(set(here, 1)).isTrue();
        assertThat(set(there, 2)).isTrue();

        assertThat(set(here, 1)).isTrue();
        assertThat(set(here, 1)).isFalse();
        assertThat(store.lastSequenceNumberFor("lamp")).hasValue(2L);
    }

    @Test
    void whatIsKeptLearnsAllThatCameMeanwhileOnceAndGoesOnFromThere() {
        set(here, 1);
        for (int level = 2; level < 10; level++) set(there, level);

        assertThat(set(here, 9)).isFalse();
        assertThat(set(here, 10)).isTrue();
        assertThat(set(there, 10)).isFalse();
        assertThat(store.lastSequenceNumberFor("lamp")).hasValue(9L);
    }

    private boolean set(Configuration node, int level) {
        return node.commandGateway().sendAndWait(new SetLevel("lamp", level));
    }

    private Configuration node() {
        return DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(axon -> JacksonSerializer.defaultSerializer())
                .configureEmbeddedEventStore(axon -> store)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Lamp.class)
                        .configureCache(axon -> new CurrentCache(10, axon::eventStore)))
                .start();
    }

    record SetLevel(@TargetAggregateIdentifier String lamp, int level) {}

    record LevelSet(String lamp, int level) {}

    static class Lamp {
        @AggregateIdentifier
        private String id;

        private int level;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        boolean decide(SetLevel command) {
            if (command.level() == level) return false;
            apply(new LevelSet(command.lamp(), command.level()));
            return true;
        }

        @EventSourcingHandler
        void on(LevelSet event) {
            id = event.lamp();
            level = event.level();
        }
    }
}
