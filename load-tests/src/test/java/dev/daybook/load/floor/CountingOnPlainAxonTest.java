package dev.daybook.load.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountingOnPlainAxonTest {
    private final TestDatabase database = TestDatabase.empty();

    @Test
    void writesAnEventForEachCommand() throws SQLException {
        try (PlainAxon axon = PlainAxon.on(database)) {
            axon.create("some");
            axon.count("some");
            axon.count("some");
            axon.create("other");
        }

        assertThat(book())
                .containsExactly("some 0 CounterCreated", "some 1 Counted", "some 2 Counted", "other 0 CounterCreated");
    }

    @Test
    void beginsOnEmptyTables() throws SQLException {
        try (PlainAxon axon = PlainAxon.on(database)) {
            axon.create("some");
        }

        try (PlainAxon axon = PlainAxon.on(database)) {
            axon.create("other");
        }

        assertThat(book()).containsExactly("other 0 CounterCreated");
    }

    /** What others can see, in order. */
    private List<String> book() throws SQLException {
        List<String> events = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select aggregateIdentifier, sequenceNumber, payloadType"
                        + " from domain_event_entry order by globalIndex")) {
            while (rows.next())
                events.add(rows.getString(1) + " " + rows.getLong(2) + " "
                        + rows.getString(3).replaceFirst(".*[.$]", ""));
        }
        return events;
    }
}
