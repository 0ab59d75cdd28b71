package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.testing.OnMySql;
import dev.daybook.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * A node so slow over a batch that another takes its segment: whatever it had written in the batch's transaction, like the
 * row of a saga, is rolled back with it. That is why nothing else has to protect those rows between nodes.
 */
@OnMySql
class LosingASegmentTest {
    private static final Duration CLAIM_TIMEOUT = Duration.ofMillis(500);

    private final DataSource dataSource = TestDatabase.onMySql().dataSource();
    private final JdbcClient rows = JdbcClient.create(dataSource);
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(8);
    private final EmbeddedEventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();

    @BeforeEach
    void makeTheTables() {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/mysql")
                .load()
                .migrate();
        rows.sql("create table step (taken_by varchar(20), event varchar(20))").update();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        events.shutDown();
    }

    @Test
    void aBatchIsAppliedByTheNodeThatTookTheSegmentAlone() throws Exception {
        var slowHasWritten = new CountDownLatch(1);
        var othersTurn = new CountDownLatch(1);
        var slow = node("slow", () -> {
            slowHasWritten.countDown();
            othersTurn.await();
        });
        var quick = node("quick", () -> {});
        slow.start();
        await("slow to hold the segment").until(() -> !slow.processingStatus().isEmpty());
        events.publish(List.of(new GenericDomainEventMessage<>("Order", "order-1", 0, "paid", Map.of())));
        assertThat(slowHasWritten.await(10, TimeUnit.SECONDS)).isTrue();

        quick.start();
        await("quick to have taken the segment and the step").until(() -> steps().equals(List.of("quick")));
        othersTurn.countDown();
        await("slow to have noticed").until(() -> slow.processingStatus().isEmpty());

        assertThat(steps()).containsExactly("quick");
        slow.shutDown();
        quick.shutDown();
        assertThat(steps()).containsExactly("quick");
    }

    private List<String> steps() {
        return rows.sql("select taken_by from step").query(String.class).list();
    }

    private PooledStreamingEventProcessor node(String name, Pause pause) {
        var handler = new Step(name, pause);
        return PooledStreamingEventProcessor.builder()
                .name("lifecycle")
                .messageSource(events)
                .tokenStore(JdbcTokenStore.builder()
                        .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                        .serializer(JacksonSerializer.defaultSerializer())
                        .schema(TokenSchema.builder()
                                .setTokenTable("token_entry")
                                .build())
                        .claimTimeout(CLAIM_TIMEOUT)
                        .nodeId(name)
                        .build())
                .transactionManager(new SpringTransactionManager(new DataSourceTransactionManager(dataSource)))
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(handler)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(CLAIM_TIMEOUT.toMillis() / 2)
                .claimExtensionThreshold(CLAIM_TIMEOUT.toMillis() / 2)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .build();
    }

    private interface Pause {
        void take() throws InterruptedException;
    }

    private final class Step {
        private final String node;
        private final Pause pause;

        private Step(String node, Pause pause) {
            this.node = node;
            this.pause = pause;
        }

        @EventHandler
        void on(String event) throws InterruptedException {
            rows.sql("insert into step values (?, ?)").params(node, event).update();
            pause.take();
        }
    }
}
