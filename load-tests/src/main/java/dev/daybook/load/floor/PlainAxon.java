package dev.daybook.load.floor;

import com.zaxxer.hikari.HikariDataSource;
import dev.daybook.load.floor.CounterCommand.Count;
import dev.daybook.load.floor.CounterCommand.CreateCounter;
import dev.daybook.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.flywaydb.core.Flyway;

/**
 * Counters behind a command bus, with their events in Daybook's tables, written by Daybook's serializer; no Spring, no views,
 * and nobody who reads the events. A command is a transaction.
 */
final class PlainAxon implements AutoCloseable {
    private static final EventSchema TABLES = EventSchema.builder()
            .eventTable("domain_event_entry")
            .snapshotTable("snapshot_event_entry")
            .build();

    private final HikariDataSource connections;
    private final Configuration axon;
    private final CommandGateway commands;

    private PlainAxon(HikariDataSource connections, Configuration axon) {
        this.connections = connections;
        this.axon = axon;
        this.commands = axon.commandGateway();
    }

    /** Whatever is in the database is thrown away. */
    static PlainAxon on(TestDatabase database) {
        HikariDataSource connections = open(database);
        Flyway tables = Flyway.configure()
                .dataSource(connections)
                .locations("classpath:db/axon/" + (database.url().startsWith("jdbc:mysql:") ? "mysql" : "h2"))
                .cleanDisabled(false)
                .load();
        tables.clean();
        tables.migrate();

        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        ConnectionProvider transactional =
                new UnitOfWorkAwareConnectionProviderWrapper(() -> beginTransaction(connections));
        return new PlainAxon(
                connections,
                DefaultConfigurer.defaultConfiguration(false)
                        .configureSerializer(axon -> serializer)
                        .configureEmbeddedEventStore(axon -> JdbcEventStorageEngine.builder()
                                .schema(TABLES)
                                .eventSerializer(serializer)
                                .snapshotSerializer(serializer)
                                .connectionProvider(transactional)
                                .transactionManager(NoTransactionManager.INSTANCE)
                                .build())
                        .configureAggregate(AggregateConfigurer.defaultConfiguration(Counter.class)
                                .configureCache(axon -> new CounterCache()))
                        .start());
    }

    void create(String counterId) {
        commands.sendAndWait(new CreateCounter(counterId));
    }

    void count(String counterId) {
        commands.sendAndWait(new Count(counterId));
    }

    @Override
    public void close() {
        axon.shutdown();
        connections.close();
    }

    private static HikariDataSource open(TestDatabase database) {
        try {
            return database.dataSource().unwrap(HikariDataSource.class);
        } catch (SQLException e) {
            throw new IllegalStateException("connections come from another pool", e);
        }
    }

    /** As Spring does it; Axon commits, and the pool has it undone when it gets the connection back. */
    private static Connection beginTransaction(HikariDataSource connections) throws SQLException {
        Connection connection = connections.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
