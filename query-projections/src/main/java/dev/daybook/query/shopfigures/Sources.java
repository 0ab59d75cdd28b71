package dev.daybook.query.shopfigures;

import dev.daybook.query.BatchRows;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a slot remembers of the aggregates it counts, for one batch. */
class Sources {
    private final Slot slot;
    private final JdbcClient jdbc;
    private final SlotRows rows;
    private final BatchRows<Source> sources = new BatchRows<>(this::read);

    Sources(Slot slot, JdbcClient jdbc, SlotRows rows) {
        this.slot = slot;
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** How far an aggregate was read; of an order also when it was created, and flagged if nothing was heard since. */
    record Source(
            String aggregateId,
            long lastSequence,
            @Nullable Long createdAt,
            @Nullable Long flaggedAt) {}

    /** Whether an event was not read before; it is from now on. */
    boolean isNews(String aggregateId, long sequence) {
        if (find(aggregateId)
                .filter(source -> source.lastSequence() >= sequence)
                .isPresent()) return false;
        save(new Source(aggregateId, sequence, null, null));
        return true;
    }

    Optional<Source> find(String aggregateId) {
        return sources.find(aggregateId);
    }

    void save(Source source) {
        sources.put(source.aggregateId(), source);
    }

    /** Takes an order's flag away, if it had one from before {@code at}. */
    boolean unflag(String orderId, long at) {
        Source source = find(orderId).orElse(null);
        if (source == null || source.flaggedAt() == null || source.flaggedAt() >= at) return false;
        save(new Source(orderId, source.lastSequence(), source.createdAt(), null));
        return true;
    }

    void write() {
        rows.save(
                sources,
                "insert into shop_figure_source (last_sequence, created_at, flagged_at, slot, aggregate_id)"
                        + " values (?, ?, ?, ?, ?)",
                "update shop_figure_source set last_sequence = ?, created_at = ?, flagged_at = ?"
                        + " where slot = ? and aggregate_id = ?",
                this::values);
    }

    private Object[] values(Source source) {
        return new Object[] {
            source.lastSequence(),
            new SqlParameterValue(Types.BIGINT, source.createdAt()),
            new SqlParameterValue(Types.BIGINT, source.flaggedAt()),
            slot.name(),
            source.aggregateId()
        };
    }

    private Optional<Source> read(String aggregateId) {
        return jdbc.sql("select last_sequence, created_at, flagged_at from shop_figure_source"
                        + " where slot = ? and aggregate_id = ?")
                .params(slot.name(), aggregateId)
                .query((row, number) -> new Source(
                        aggregateId, row.getLong(1), row.getObject(2, Long.class), row.getObject(3, Long.class)))
                .optional();
    }
}
