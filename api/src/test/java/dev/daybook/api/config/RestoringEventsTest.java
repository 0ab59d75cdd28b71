package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** A database that begins empty is one whose file has nothing of what the log has. */
class RestoringEventsTest {
    private final Serializer serializer = JacksonSerializer.defaultSerializer();
    private final DataSource dataSource =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final JdbcClient database = JdbcClient.create(dataSource);

    @TempDir
    Path folder;

    private LoggingTransactions killed;

    @BeforeEach
    void makeTheTables() {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/h2")
                .load()
                .migrate();
        killed = new LoggingTransactions(new EventLog(folder));
    }

    @Test
    void bringsBackWhatWasCommittedInItsOrder() throws IOException {
        commit(event("cart-1", 0), event("cart-1", 1));
        commit(event("order-1", 0));

        start();

        assertThat(book()).containsExactly("cart-1 0", "cart-1 1", "order-1 0");
        assertThat(database.sql("select payload from domain_event_entry")
                        .query(byte[].class)
                        .list())
                .allSatisfy(payload -> assertThat(payload).isEqualTo("\"happened\"".getBytes(StandardCharsets.UTF_8)));
        assertThat(files()).isEmpty();
    }

    @Test
    void leavesAsItIsWhatIsThere() {
        EventMessage<?> inTheFile = event("cart-1", 0);
        commit(inTheFile);
        start();
        killed = new LoggingTransactions(new EventLog(folder));
        commit(inTheFile, event("cart-1", 1));

        start();

        assertThat(book()).containsExactly("cart-1 0", "cart-1 1");
    }

    @Test
    void bringsNothingBackOfATransactionWhosePlaceAnotherOneHasTaken() {
        killed.fails = true;
        assertThatThrownBy(() -> commit(event("cart-1", 0), event("order-1", 0)))
                .hasMessage("on purpose");
        killed.fails = false;
        EventMessage<?> committed = event("cart-1", 0);
        commit(committed);

        start();

        assertThat(book()).containsExactly("cart-1 0");
        assertThat(database.sql("select eventIdentifier from domain_event_entry")
                        .query(String.class)
                        .single())
                .isEqualTo(committed.getIdentifier());
    }

    @Test
    void refusesEventsThatDoNotFollowThoseThatAreThere() throws IOException {
        commit(event("cart-1", 1));

        assertThatIllegalStateException().isThrownBy(this::start).withMessageContaining("do not follow");
        assertThat(book()).isEmpty();
        assertThat(files()).hasSize(1);
    }

    @Test
    void refusesEventsThatOthersWereWrittenInTheStead() throws IOException {
        commit(event("cart-1", 0));
        start();
        killed = new LoggingTransactions(new EventLog(folder));
        commit(event("cart-1", 0), event("cart-1", 1));

        assertThatIllegalStateException().isThrownBy(this::start).withMessageContaining("do not follow");
        assertThat(book()).containsExactly("cart-1 0");
        assertThat(files()).hasSize(1);
    }

    @Test
    void bringsNothingBackOfATransactionThatAnotherOneInterruptedBeforeItsCommit() {
        var inner = new TransactionTemplate(killed);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        new TransactionTemplate(killed).executeWithoutResult(outer -> {
            killed.log.note(List.of(event("cart-1", 0)), serializer);
            inner.executeWithoutResult(status -> killed.log.note(List.of(event("order-1", 0)), serializer));
            outer.setRollbackOnly();
        });

        start();

        assertThat(book()).containsExactly("order-1 0");
    }

    @Test
    void passesOverALineThatWasBeingWritten() throws IOException {
        commit(event("cart-1", 0));
        Files.writeString(files().getFirst(), "[{\"aggregate\":\"car", StandardOpenOption.APPEND);

        start();

        assertThat(book()).containsExactly("cart-1 0");
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesADamagedFile() throws IOException {
        commit(event("cart-1", 0));
        Files.writeString(files().getFirst(), "[{\"aggregate\n", StandardOpenOption.APPEND);

        assertThatIllegalStateException().isThrownBy(this::start).withMessageContaining("is damaged");
        assertThat(book()).isEmpty();
        assertThat(files()).hasSize(1);
    }

    private static EventMessage<?> event(String aggregate, long sequence) {
        return new GenericDomainEventMessage<>("Type", aggregate, sequence, "happened");
    }

    private void commit(EventMessage<?>... events) {
        new TransactionTemplate(killed).executeWithoutResult(status -> killed.log.note(List.of(events), serializer));
    }

    private void start() {
        new RestoringEvents(new EventLog(folder), database, new DataSourceTransactionManager(dataSource))
                .afterSingletonsInstantiated();
    }

    private List<String> book() {
        return database.sql(
                        "select aggregateIdentifier || ' ' || sequenceNumber from domain_event_entry order by globalIndex")
                .query(String.class)
                .list();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private final class LoggingTransactions extends DataSourceTransactionManager {
        private final transient EventLog log;
        private boolean fails;

        private LoggingTransactions(EventLog log) {
            super(dataSource);
            this.log = log;
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            log.append(log.line());
            if (fails) throw new IllegalStateException("on purpose");
            super.doCommit(status);
        }
    }
}
