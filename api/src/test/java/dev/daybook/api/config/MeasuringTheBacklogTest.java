package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** On a node that does not run the process itself. */
class MeasuringTheBacklogTest {
    private final Serializer serializer = JacksonSerializer.defaultSerializer();
    private final JdbcClient database = JdbcClient.create(
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final WakingEventSource source = new WakingEventSource(store);

    @BeforeEach
    void writeTenEvents() {
        database.sql("""
                        create table token_entry (
                            processorName varchar(255), segment integer, token blob, tokenType varchar(255))""").update();
        source.start();
        store.publish(IntStream.range(0, 10)
                .<DomainEventMessage<?>>mapToObj(
                        i -> new GenericDomainEventMessage<>("Shelf", "shelf-1", i, "event " + i, Map.of()))
                .toList());
        await("the follower to see the events")
                .until(() -> source.headPosition().orElse(-1) == 9);
    }

    @AfterEach
    void stop() {
        source.stop();
        store.shutDown();
    }

    @Test
    void countsWhatTheNodeThatRunsTheProcessHasNotReadYet() {
        var token = serializer.serialize(GapAwareTrackingToken.newInstance(3, Set.of()), byte[].class);
        database.sql("insert into token_entry values ('lifecycle', 0, ?, ?)")
                .param(token.getData())
                .param(token.getType().getName())
                .update();

        assertThat(backlog().unreadEvents()).isEqualTo(6);
    }

    @Test
    void countsEveryEventWhereNoneWasRead() {
        database.sql("insert into token_entry values ('lifecycle', 0, null, null)")
                .update();

        assertThat(backlog().unreadEvents()).isEqualTo(10);
    }

    private LifecycleBacklog backlog() {
        return new LifecycleBacklog(withoutTheSegment(), source, database, serializer);
    }

    private static EventProcessingConfiguration withoutTheSegment() {
        var configurer = DefaultConfigurer.defaultConfiguration();
        configurer.eventProcessing();
        return configurer.buildConfiguration().eventProcessingConfiguration();
    }
}
