package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Several nodes on one empty event store lay the tokens of the process once. */
class StartingTogetherTest {
    private final DataSource dataSource = new DriverManagerDataSource(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000", "sa", "");
    private final JdbcClient database = JdbcClient.create(dataSource);
    private final EmbeddedEventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine() {
                @Override
                public TrackingToken createTailToken() {
                    Runnable overtake = beforeTheSecondLays;
                    beforeTheSecondLays = () -> {};
                    CompletableFuture.runAsync(overtake).join();
                    return super.createTailToken();
                }
            })
            .build();
    private final TransactionManager transactions =
            new SpringTransactionManager(new DataSourceTransactionManager(dataSource));

    private Runnable beforeTheSecondLays = () -> {};

    @BeforeEach
    void makeTheTable() {
        database.sql("""
                        create table token_entry (
                            processorName varchar(255), segment integer, token blob, tokenType varchar(255),
                            timestamp varchar(255), owner varchar(255), primary key (processorName, segment))""").update();
    }

    @Test
    void aNodeThatIsOvertakenGoesOnWithTheTokensOfTheFirst() {
        beforeTheSecondLays = () -> new ProcessTokens(store(), events, transactions).start();

        new ProcessTokens(store(), events, transactions).start();

        assertThat(laid()).containsExactlyInAnyOrderElementsOf(ProcessorsConfiguration.PROCESS);
    }

    @Test
    void refusesWhenATokenIsMissingThoughThereAreEvents() {
        events.publish(List.of(new GenericDomainEventMessage<>("Shelf", "shelf-1", 0, "event", Map.of())));

        assertThatThrownBy(() -> new ProcessTokens(store(), events, transactions).start())
                .hasMessageContaining("is missing from token_entry");
        assertThat(laid()).isEmpty();
    }

    private List<String> laid() {
        return database.sql("select processorName from token_entry")
                .query(String.class)
                .list();
    }

    private JdbcTokenStore store() {
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .serializer(JacksonSerializer.defaultSerializer())
                .schema(TokenSchema.builder().setTokenTable("token_entry").build())
                .build();
    }
}
