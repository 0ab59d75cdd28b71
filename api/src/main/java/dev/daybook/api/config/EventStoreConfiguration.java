package dev.daybook.api.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.saga.repository.jdbc.GenericSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSqlSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/** The event store and its neighbours on SQL; with Axon Server, the neighbours alone. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {
    /**
     * How far behind the newest event an unfilled number is still waited for; Axon's 10,000 would skip a slow
     * transaction for ever at a few thousand events per second.
     */
    private static final int MAX_GAP_OFFSET = 1_000_000;

    /** How soon, in milliseconds, events that another process wrote are noticed. */
    private static final long FETCH_DELAY = 50;

    private static final String NOT_ELSEWHERE = "!axonserver";

    @Bean
    EventSchema eventSchema() {
        return EventSchema.builder()
                .eventTable("domain_event_entry")
                .snapshotTable("snapshot_event_entry")
                .build();
    }

    @Bean
    TokenSchema tokenSchema() {
        return TokenSchema.builder().setTokenTable("token_entry").build();
    }

    /**
     * @param node names this process in its claims on processors. A process that was killed leaves its claims behind; where
     *     there can be only one process, a name that stays the same lets the next one go on at once instead of after the
     *     claim timeout.
     */
    @Bean
    TokenStore tokenStore(
            ConnectionProvider connections,
            Serializer generalSerializer,
            TokenSchema schema,
            @Value("${daybook.node-name:}") String node) {
        var store = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(generalSerializer)
                .schema(schema);
        return (node.isEmpty() ? store : store.nodeId(node)).build();
    }

    @Bean
    SagaSqlSchema sagaSqlSchema() {
        return new GenericSagaSqlSchema(SagaSchema.builder()
                .sagaEntryTable("saga_entry")
                .associationValueEntryTable("association_value_entry")
                .build());
    }

    @Bean
    DeadLetterSchema deadLetterSchema() {
        return DeadLetterSchema.builder().deadLetterTable("dead_letter_entry").build();
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return Collisions::isCollision;
    }

    @Bean
    @Profile(NOT_ELSEWHERE)
    EventStorageEngine eventStorageEngine(
            Serializer generalSerializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            PersistenceExceptionResolver persistenceExceptionResolver,
            Configuration configuration,
            ConnectionProvider connectionProvider,
            TransactionManager transactionManager,
            EventSchema eventSchema,
            ObjectProvider<EventLog> log,
            MeterRegistry meters) {
        var engine = JdbcEventStorageEngine.builder()
                .snapshotSerializer(generalSerializer)
                .eventSerializer(eventSerializer)
                .upcasterChain(configuration.upcasterChain())
                .snapshotFilter(configuration.snapshotFilter())
                .persistenceExceptionResolver(persistenceExceptionResolver)
                .connectionProvider(connectionProvider)
                .transactionManager(transactionManager)
                .schema(eventSchema)
                .readEventDataWithGaps(EventStoreConfiguration::readWithGaps)
                .maxGapOffset(MAX_GAP_OFFSET);
        return new TimedEventStorageEngine(engine, log.getIfAvailable(), meters);
    }

    /**
     * Two queries in one, each by the index: for Axon's own, with OR, H2 reads the whole table. Of gaps there is room for a power of
     * two, so that few statements are to be parsed.
     */
    private static PreparedStatement readWithGaps(
            Connection connection, EventSchema schema, long after, int batchSize, List<Long> gaps) throws SQLException {
        String select = "select %s from %s where %s "
                .formatted(schema.trackedEventFields(), schema.domainEventTable(), schema.globalIndexColumn());
        int room = Integer.highestOneBit(2 * gaps.size() - 1);
        String questionMarks = String.join(", ", Collections.nCopies(room, "?"));
        PreparedStatement statement = connection.prepareStatement(select + "between ? and ? union all " + select
                + "in (" + questionMarks + ") order by " + schema.globalIndexColumn());
        statement.setLong(1, after + 1);
        statement.setLong(2, after + batchSize);
        for (int i = 0; i < room; i++) statement.setLong(i + 3, gaps.get(Math.min(i, gaps.size() - 1)));
        return statement;
    }

    @Bean("eventBus")
    @Qualifier("eventStore")
    @Profile(NOT_ELSEWHERE)
    EmbeddedEventStore eventStore(
            EventStorageEngine storageEngine,
            Configuration configuration,
            org.axonframework.eventhandling.EventBusSpanFactory spans) {
        return EmbeddedEventStore.builder()
                .storageEngine(storageEngine)
                .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(spans)
                .fetchDelay(FETCH_DELAY)
                .build();
    }

    @Bean
    WakingEventSource wakingEventSource(EventStore eventStore) {
        return new WakingEventSource(eventStore);
    }
}
