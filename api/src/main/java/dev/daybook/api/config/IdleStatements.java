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
    private final Map<List<Object>, Idle> idle = new LinkedHashMap<>();

    /** @param statement its guarded {@code target} */
    private record Idle(PreparedStatement statement, PreparedStatement target) {}

    /** @param asked the statement, and what else it is to be prepared with */
    @Nullable
    PreparedStatement take(List<Object> asked) {
        Idle known = idle.remove(asked);
        return known == null ? null : known.statement();
    }

    /** Leaves nothing on it of who used it. */
    void giveBack(List<Object> asked, PreparedStatement statement, PreparedStatement target) throws SQLException {
        ResultSet last = target.getResultSet();
        if (last != null) last.close();
        target.clearParameters();
        target.clearBatch();
        target.setMaxRows(0);
        target.setFetchSize(0);
        Idle twin = idle.put(asked, new Idle(statement, target));
        if (twin != null && twin.target() != target) twin.target().close();
        if (idle.size() > MOST) closeEldest();
    }

    private void closeEldest() throws SQLException {
        Iterator<Idle> all = idle.values().iterator();
        all.next().target().close();
        all.remove();
    }
}
