package dev.daybook.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The rows of a table that a batch reads and changes: each is read at most once, and written at most once.
 *
 * @param <R> a row, immutable
 */
public final class BatchRows<R> {
    private final Function<String, Optional<R>> read;
    private final Map<String, Optional<R>> known = new HashMap<>();
    private final Map<String, R> added = new TreeMap<>();
    private final Map<String, R> changed = new TreeMap<>();

    /** @param read finds the row of a key in the database */
    public BatchRows(Function<String, Optional<R>> read) {
        this.read = read;
    }

    public Optional<R> find(String key) {
        R latest = added.getOrDefault(key, changed.get(key));
        return latest == null ? known.computeIfAbsent(key, read) : Optional.of(latest);
    }

    public void put(String key, R row) {
        boolean isNew = known.computeIfAbsent(key, read).isEmpty();
        (isNew ? added : changed).put(key, row);
    }

    /** What the database knows of a key that was {@linkplain #changed() changed}. */
    public R before(String key) {
        return known.get(key).orElseThrow();
    }

    /** Rows to be inserted, sorted by key, so that batches lock rows in one order. */
    public Map<String, R> added() {
        return added;
    }

    /** Rows to be updated, sorted by key. */
    public Map<String, R> changed() {
        return changed;
    }
}
