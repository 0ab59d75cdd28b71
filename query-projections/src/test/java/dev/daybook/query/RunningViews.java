package dev.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.query.rebuild.DeadLetters;
import dev.daybook.query.rebuild.ProjectionStatus;
import dev.daybook.query.rebuild.Projections;
import dev.daybook.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One instance of the read side on a real database, which may be stopped and started again, or run twice. */
public final class RunningViews implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext context;
    private final Map<String, Long> sequences;
    private final TestDatabase database;

    private RunningViews(TestDatabase database, Map<String, Long> sequences, String[] settings) {
        this.database = database;
        this.sequences = sequences;
        List<String> properties = new ArrayList<>(List.of(
                "spring.datasource.hikari.auto-commit=false",
                "axon.axonserver.enabled=false",
                "axon.update-check.disabled=true",
                "axon.serializer.general=jackson3",
                "axon.serializer.events=jackson3",
                "axon.serializer.messages=jackson3",
                "spring.main.banner-mode=off",
                "logging.level.root=warn"));
        properties.addAll(Arrays.asList(settings));
        this.context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(database.settings())
                .properties(properties.toArray(String[]::new))
                .run();
    }

    public static RunningViews onNewDatabase(String... settings) {
        return new RunningViews(TestDatabase.empty(), new ConcurrentHashMap<>(), settings);
    }

    /** Another instance on the same database, or the same one started again. */
    public RunningViews again(String... settings) {
        return new RunningViews(database, sequences, settings);
    }

    /** Publishes events of one aggregate, in one transaction. */
    public void publish(String aggregateId, Object... events) {
        List<EventMessage<?>> messages = new ArrayList<>();
        for (Object event : events) {
            long sequence = sequences.merge(aggregateId, 0L, (before, first) -> before + 1);
            messages.add(new GenericDomainEventMessage<>("Aggregate", aggregateId, sequence, event));
        }
        publish(messages);
    }

    public void publish(List<EventMessage<?>> messages) {
        new TransactionTemplate(bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> bean(EventStore.class).publish(messages));
    }

    /** Leaves a hole where the event would have been. */
    public void publishAndRollBack(String aggregateId, Object event) {
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            bean(EventStore.class)
                    .publish(new GenericDomainEventMessage<>("Aggregate", aggregateId, Long.MAX_VALUE, event));
            status.setRollbackOnly();
        });
    }

    /** Calls handlers of a projection as a processor does. */
    public void inABatch(Runnable handling) {
        var batch = DefaultUnitOfWork.startAndGet(new GenericMessage<>("by hand"));
        batch.attachTransaction(bean(TransactionManager.class));
        batch.execute(handling);
    }

    public <R> R ask(Object query, Class<R> answer) {
        return join(() -> bean(QueryGateway.class).query(query, answer).join());
    }

    public <R> Optional<R> askForOne(Object query, Class<R> answer) {
        return join(() -> bean(QueryGateway.class)
                .query(query, ResponseTypes.optionalInstanceOf(answer))
                .join());
    }

    public <R> List<R> askForAll(Object query, Class<R> answer) {
        return join(() -> bean(QueryGateway.class)
                .query(query, ResponseTypes.multipleInstancesOf(answer))
                .join());
    }

    public ProjectionStatus status(String view) {
        return projections().all().stream()
                .filter(status -> status.name().equals(view))
                .findFirst()
                .orElseThrow();
    }

    public Projections projections() {
        return bean(Projections.class);
    }

    public DeadLetters letters() {
        return bean(DeadLetters.class);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public void execute(String sql) {
        new TransactionTemplate(bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> jdbc().sql(sql).update());
    }

    /** A connection of one's own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }

    /** Changes the database while nothing runs. */
    public void executeWhileDown(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Waits until the serving slot of a view has read everything. */
    public void awaitCaughtUp(String view) {
        await(view + " to catch up").atMost(LONGEST).until(() -> status(view).lag() == 0);
    }

    public void awaitServing(String view, Slot slot) {
        await(view + " to be served from " + slot)
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() ->
                        assertThat(status(view)).matches(status -> status.serving() == slot && !status.replaying()));
    }

    @Override
    public void close() {
        context.close();
    }

    private static <R> R join(Supplier<R> asking) {
        try {
            return asking.get();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException refused) throw refused;
            throw e;
        }
    }

    @SpringBootApplication(scanBasePackages = "dev.daybook.query")
    static class Application {
        @Bean
        Clock clock() {
            return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
        }

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

        /** Every instance a node of its own, though they share a JVM. */
        @Bean
        TokenStore tokenStore(ConnectionProvider connections, Serializer serializer, TokenSchema schema) {
            return JdbcTokenStore.builder()
                    .connectionProvider(connections)
                    .serializer(serializer)
                    .schema(schema)
                    .nodeId(UUID.randomUUID().toString())
                    .build();
        }

        @Bean
        DeadLetterSchema deadLetterSchema() {
            return DeadLetterSchema.builder()
                    .deadLetterTable("dead_letter_entry")
                    .build();
        }
    }
}
