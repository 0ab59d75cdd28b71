package dev.daybook.api.config;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The parsed statements of one connection that nobody uses at the moment; those that were used last are kept. H2 has a cache of
 * them, too, but searches all that is in it each time a transaction changes another table.
 */
class IdleStatements {
    private static final int MOST = 200;

    /** By what they were prepared with, in the order in which they were given back. */
    private final SequencedMap<List<Object>, PreparedStatement> idle = new LinkedHashMap<>();

    /** @param asked the statement, and what else it is to be prepared with */
    @Nullable
    PreparedStatement take(List<Object> asked) {
        return idle.remove(asked);
    }

    /** Leaves nothing on it of who used it. One that has lost its connection is closed. */
    void giveBack(List<Object> asked, PreparedStatement statement) throws SQLException {
        try {
            clear(statement);
        } catch (SQLException e) {
            statement.close();
            return;
        }
        PreparedStatement twin = idle.putLast(asked, statement);
        if (twin != null) twin.close();
        if (idle.size() > MOST) idle.pollFirstEntry().getValue().close();
    }

    private static void clear(PreparedStatement statement) throws SQLException {
        statement.getMoreResults(); // closes the last one
        statement.clearParameters();
        statement.clearBatch();
        statement.setMaxRows(0);
        statement.setFetchSize(0);
    }
}
