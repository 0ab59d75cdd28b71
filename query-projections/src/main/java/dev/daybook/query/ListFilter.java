package dev.daybook.query;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a list is asked for, in the words of the database: what comes after {@code from} its table. */
public abstract class ListFilter {
    private final StringBuilder sql = new StringBuilder("where slot = :slot");
    private final Map<String, Object> values = new HashMap<>();

    /** Of the rows of a slot, all. */
    protected ListFilter(Slot slot) {
        values.put("slot", slot.name());
    }

    public final String sql() {
        return sql.toString();
    }

    /** By the names that {@link #sql} has for them. */
    public final Map<String, Object> values() {
        return values;
    }

    /** Asks nothing when {@code value} is null. */
    protected final void and(String condition, String name, @Nullable Object value) {
        if (value == null) return;
        and(condition);
        values.put(name, value);
    }

    protected final void and(String condition) {
        sql.append(" and ").append(condition);
    }

    /** @param limit of a page: one row more is read, which tells whether there is another page */
    protected final void sort(String columns, int limit) {
        sql.append(" order by ").append(columns).append(" limit :limit");
        values.put("limit", limit + 1);
    }
}
