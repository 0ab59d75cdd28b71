package dev.daybook.cart;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLErrorCodesResolver;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;

/** Aggregates behind a command bus, with their events in the same database as the tables, as in the real application. */
public final class RunningCart implements AutoCloseable {
    private static final EventSchema TABLES = EventSchema.builder()
            .eventTable("domain_event_entry")
            .snapshotTable("snapshot_event_entry")
            .build();

    private final Configuration axon;

    private RunningCart(Configuration axon) {
        this.axon = axon;
    }

    public static RunningCart on(CartDatabase database, Consumer<Configurer> parts) {
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        TransactionManager transactions = new SpringTransactionManager(database.transactions());
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> serializer)
                .configureTransactionManager(c -> transactions)
                .configureEmbeddedEventStore(c -> JdbcEventStorageEngine.builder()
                        .schema(TABLES)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .snapshotFilter(c.snapshotFilter())
                        .connectionProvider(new SpringDataSourceConnectionProvider(database.dataSource()))
                        .transactionManager(transactions)
                        .persistenceExceptionResolver(resolver(database))
                        .build());
        parts.accept(configurer);
        return new RunningCart(configurer.start());
    }

    private static SQLErrorCodesResolver resolver(CartDatabase database) {
        try {
            return new SQLErrorCodesResolver(database.dataSource());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public CommandGateway commands() {
        return axon.commandGateway();
    }

    public CommandBus commandBus() {
        return axon.commandBus();
    }

    public EventStore events() {
        return axon.eventStore();
    }

    public Configuration axon() {
        return axon;
    }

    /** What happened to an aggregate, in order. */
    public List<Object> bookOf(Object aggregateId) {
        return axon.eventStore()
                .readEvents(aggregateId.toString())
                .asStream()
                .map(DomainEventMessage::getPayload)
                .map(Object.class::cast)
                .toList();
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
