package dev.daybook.query.audittrail;

import dev.daybook.query.Cursor;
import dev.daybook.query.ListFilter;
import dev.daybook.query.Micros;
import dev.daybook.query.Slot;
import dev.daybook.query.audittrail.AuditTrailQuery.SearchAudit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@link SearchAudit} asks. It has the given
 * filters only, and is sorted by an index from its first column on: H2 sorts by an index only then, and takes it, among those
 * that begin with the same column, only if time is bounded. The few entries of one order are sorted as they are found.
 */
final class AuditFilter extends ListFilter {
    /** @param after the key of the page before */
    AuditFilter(SearchAudit query, Slot slot, Cursor.@Nullable Key after) {
        super(slot);
        and("order_id = :orderId", "orderId", query.orderId());
        and("actor = :actor", "actor", query.actor());
        and("event_type = :type", "type", query.type());
        and("happened_at >= :from", "from", micros(query.from()));
        and("happened_at <= :to", "to", micros(query.to()));
        and("happened_at <= :lastAt", "lastAt", after == null ? Long.MAX_VALUE : after.number(0));
        and(
                "(happened_at < :lastAt or ordinal < :lastOrdinal)",
                "lastOrdinal",
                after == null ? Long.MAX_VALUE : after.number(1));
        sort("slot, " + indexOf(query) + "happened_at desc, ordinal desc", query.limit());
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : Micros.of(instant);
    }

    private static String indexOf(SearchAudit query) {
        if (query.orderId() != null) return "order_id, ";
        if (query.actor() != null) return "actor, ";
        return query.type() != null ? "event_type, " : "";
    }
}
