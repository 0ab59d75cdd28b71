package dev.daybook.api.config;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parsed statements of one connection that nobody uses at the moment; those that were used last are kept. H2 has a cache of
 * them, too, but searches all that is in it each time a transaction changes another table.
 */
class IdleStatements {
    private static final int MOST = 200;

    /** By what they were prepared with, in the order in which they were given back. */
    private final Map<List<Object>, PreparedStatement> idle = new LinkedHashMap<>();

    /** @param asked the statement, and what else it is to be prepared with */
    @Nullable
    PreparedStatement take(List<Object> asked) {
        return idle.remove(asked);
    }

    /** Leaves nothing on it of who used it. */
    void giveBack(List<Object> asked, PreparedStatement statement) throws SQLException {
        if (statement.isClosed()) return; // with its connection
        ResultSet last = statement.getResultSet();
        if (last != null) last.close();
        statement.clearParameters();
        statement.clearBatch();
        statement.setMaxRows(0);
        statement.setFetchSize(0);
        PreparedStatement twin = idle.put(asked, statement);
        if (twin != null) twin.close();
        if (idle.size() > MOST) closeEldest();
    }

    private void closeEldest() throws SQLException {
        Iterator<PreparedStatement> all = idle.values().iterator();
        all.next().close();
        all.remove();
    }
}
