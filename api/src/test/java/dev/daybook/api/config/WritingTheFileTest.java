package dev.daybook.api.config;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.json.JacksonSerializer;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Timeout(120)
class WritingTheFileTest {
    /** About as many as Daybook has: the more there are, the longer it takes to go through them. */
    private static final int TABLES = 80;

    private static final int WRITERS = 4;
    private static final int COPIES = 60;

    private final StatementGate statements = new StatementGate();

    @TempDir
    Path folder;

    private EventLog events;
    private DataSource database;

    @BeforeEach
    void createTables() throws SQLException {
        events = new EventLog(folder);
        database = statements.guard(open("daybook"));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (int table = 0; table < TABLES; table++) {
                statement.execute("create table t%d (n bigint)".formatted(table));
                statement.execute("create index i%1$d on t%1$d (n)".formatted(table));
                statement.execute("insert into t%d values (0)".formatted(table));
            }
        }
    }

    @Test
    void leavesWholeTransactionsInItAtEveryMoment() throws Exception {
        var enough = new AtomicBoolean();
        List<Future<Void>> writing = new ArrayList<>();
        try (Connection first = database.getConnection();
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            GroupCommit file = file(first);
            for (int writer = 0; writer < WRITERS; writer++) {
                int own = writer;
                writing.add(writers.submit(() -> countUp(own, enough)));
            }
            try {
                for (int copy = 0; copy < COPIES; copy++) {
                    file.write();
                    Files.copy(folder.resolve("daybook.mv.db"), folder.resolve(copy + ".mv.db"));
                }
            } finally {
                enough.set(true);
            }
            for (Future<Void> work : writing) work.get();
        }

        assertThat(IntStream.range(0, COPIES)).allSatisfy(this::containsWholeTransactions);
    }

    @Test
    void forgetsEventsOfTheLogOnlyWhenItHasThem() throws Exception {
        var enough = new AtomicBoolean();
        var committed = new AtomicIntegerArray(WRITERS);
        List<Future<Void>> writing = new ArrayList<>();
        try (Connection first = database.getConnection();
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            GroupCommit file = file(first);
            for (int writer = 0; writer < WRITERS; writer++) {
                int own = writer;
                writing.add(writers.submit(() -> addEvents(own, committed, enough)));
            }
            try {
                for (int copy = 0; copy < COPIES; copy++) {
                    int[] told = IntStream.range(0, WRITERS).map(committed::get).toArray();
                    List<List<EventLog.Entry>> logged = new EventLog(folder).left();
                    Files.copy(folder.resolve("daybook.mv.db"), folder.resolve(copy + ".mv.db"));
                    var there = new JdbcTemplate(open("" + copy));
                    for (int writer = 0; writer < WRITERS; writer++)
                        assertThat(Math.max(
                                        newest(logged, writer),
                                        there.queryForObject("select n from t" + writer, int.class)))
                                .isGreaterThanOrEqualTo(told[writer]);
                    file.write();
                }
            } finally {
                enough.set(true);
            }
            for (Future<Void> work : writing) work.get();
            file.write();
        }

        assertThat(new EventLog(folder).left()).isEmpty();
    }

    @Test
    void happensByItselfSoonAfterItWasAskedFor() throws Exception {
        try (Connection connection = database.getConnection()) {
            GroupCommit file = file(connection);
            update(connection, 0, 7);

            file.writeSoon();

            var copy = new JdbcTemplate(open("copy"));
            do Files.copy(folder.resolve("daybook.mv.db"), folder.resolve("copy.mv.db"), REPLACE_EXISTING);
            while (copy.queryForObject("select max(n) from t0", int.class) < 7);
        }
    }

    @Test
    void tellsEachOfThoseWhoWaitWhenItsOwnIsWritten() throws Exception {
        try (Connection first = database.getConnection();
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            GroupCommit file = file(first);
            List<Future<Void>> writing = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int own = writer;
                writing.add(writers.submit(() -> writeAndLook(file, own)));
            }
            for (Future<Void> work : writing) work.get();
        }
    }

    @Test
    void endsForThoseWhoWaitAlsoWhenTheDatabaseIsClosed() throws Exception {
        Connection first = database.getConnection();
        MVStore store = store(first);
        GroupCommit file = file(first);
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++)
                writers.execute(() -> {
                    while (!store.isClosed()) file.write();
                });
            first.close(); // the last connection
        }

        assertThat(store.isClosed()).isTrue();
    }

    @Test
    void doesNotKeepATransactionFromEndingForWhichAnotherWaits() throws Exception {
        try (Connection holder = database.getConnection();
                Connection waiter = database.getConnection();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            GroupCommit file = file(holder);
            holder.setAutoCommit(false);
            update(holder, 0, 1);
            Future<Integer> waiting = threads.submit(() -> update(waiter, 0, 2));
            while (session(waiter).getBlockingSessionId() == 0) Thread.onSpinWait();
            Future<?> writing = threads.submit(file::write);

            update(holder, 1, 1);
            holder.commit();

            assertThat(waiting.get()).isOne();
            writing.get();
        }
    }

    /** In each transaction, one of the tables that are written first, and one of the last. */
    private Void countUp(int writer, AtomicBoolean enough) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int count = 1; !enough.get(); count++) {
                update(connection, writer, count);
                update(connection, TABLES - 1 - writer, count);
                connection.commit();
            }
            return null;
        }
    }

    private Void addEvents(int writer, AtomicIntegerArray committed, AtomicBoolean enough) throws SQLException {
        var serializer = JacksonSerializer.defaultSerializer();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int count = 1; !enough.get(); count++) {
                TransactionSynchronizationManager.initSynchronization();
                update(connection, writer, count);
                events.note(
                        List.of(new GenericDomainEventMessage<>("Writer", "" + writer, count, "counted")), serializer);
                statements.pass(() -> {
                    events.append(events.line());
                    commit(connection);
                });
                TransactionSynchronizationManager.clearSynchronization();
                committed.set(writer, count);
            }
            return null;
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int newest(List<List<EventLog.Entry>> lines, int writer) {
        return lines.stream()
                .flatMap(List::stream)
                .filter(event -> event.aggregate().equals("" + writer))
                .mapToInt(event -> (int) event.sequence())
                .max()
                .orElse(0);
    }

    private Void writeAndLook(GroupCommit file, int own) throws Exception {
        try (Connection connection = database.getConnection()) {
            for (int count = 1; count <= COPIES / WRITERS; count++) {
                update(connection, own, count);
                file.write();
                String copy = own + "-" + count;
                Files.copy(folder.resolve("daybook.mv.db"), folder.resolve(copy + ".mv.db"));
                assertThat(new JdbcTemplate(open(copy)).queryForObject("select n from t" + own, int.class))
                        .isEqualTo(count);
            }
            return null;
        }
    }

    private static int update(Connection connection, int table, int count) throws SQLException {
        try (var statement = connection.prepareStatement("update t%d set n = ?".formatted(table))) {
            statement.setInt(1, count);
            return statement.executeUpdate();
        }
    }

    private void containsWholeTransactions(int copy) {
        String differences = IntStream.range(0, WRITERS)
                .mapToObj(writer -> "select t%d.n - t%d.n from t%1$d, t%2$d".formatted(writer, TABLES - 1 - writer))
                .reduce((some, other) -> some + " union all " + other)
                .orElseThrow();
        assertThat(new JdbcTemplate(open("" + copy)).queryForList(differences, Integer.class))
                .as("what the two tables of each writer differ by, in copy " + copy)
                .containsOnly(0);
    }

    private DataSource open(String file) {
        return new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve(file) + ";LOCK_TIMEOUT=20000", "sa", "");
    }

    private GroupCommit file(Connection connection) throws SQLException {
        return new GroupCommit(store(connection), statements, events);
    }

    private static MVStore store(Connection connection) throws SQLException {
        return session(connection).getDatabase().getStore().getMvStore();
    }

    private static SessionLocal session(Connection connection) throws SQLException {
        return (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    }
}
