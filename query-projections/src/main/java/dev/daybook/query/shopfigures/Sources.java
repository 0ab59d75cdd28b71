package dev.daybook.query.shopfigures;

import dev.daybook.query.Slot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a slot remembers of the aggregates it counts. */
class Sources {
    private final Slot slot;
    private final JdbcClient jdbc;

    Sources(Slot slot, JdbcClient jdbc) {
        this.slot = slot;
        this.jdbc = jdbc;
    }

    /** How far an aggregate was read; of an order also when it was created, and flagged if nothing was heard since. */
    record Source(
            String aggregateId,
            long lastSequence,
            @Nullable Long createdAt,
            @Nullable Long flaggedAt) {}

    /** Whether an event was not read before; it is from now on. */
    boolean isNews(String aggregateId, long sequence) {
        int moved = jdbc.sql("update shop_figure_source set last_sequence = ?"
                        + " where slot = ? and aggregate_id = ? and last_sequence < ?")
                .params(sequence, slot.name(), aggregateId, sequence)
                .update();
        if (moved > 0) return true;
        if (find(aggregateId).isPresent()) return false;
        save(new Source(aggregateId, sequence, null, null), false);
        return true;
    }

    Optional<Source> find(String aggregateId) {
        return jdbc.sql("select last_sequence, created_at, flagged_at from shop_figure_source"
                        + " where slot = ? and aggregate_id = ?")
                .params(slot.name(), aggregateId)
                .query((row, number) -> new Source(
                        aggregateId, row.getLong(1), row.getObject(2, Long.class), row.getObject(3, Long.class)))
                .optional();
    }

    void save(Source source, boolean known) {
        jdbc.sql(
                        known
                                ? "update shop_figure_source set last_sequence = ?, created_at = ?, flagged_at = ?"
                                        + " where slot = ? and aggregate_id = ?"
                                : "insert into shop_figure_source"
                                        + " (last_sequence, created_at, flagged_at, slot, aggregate_id)"
                                        + " values (?, ?, ?, ?, ?)")
                .param(source.lastSequence())
                .param(source.createdAt())
                .param(source.flaggedAt())
                .param(slot.name())
                .param(source.aggregateId())
                .update();
    }

    /** Takes an order's flag away, if it had one from before {@code at}. */
    boolean unflag(String orderId, long at) {
        return jdbc.sql("update shop_figure_source set flagged_at = null"
                                + " where slot = ? and aggregate_id = ? and flagged_at < ?")
                        .params(slot.name(), orderId, at)
                        .update()
                > 0;
    }
}
