package dev.daybook.query.audittrail;

import dev.daybook.query.Micros;
import dev.daybook.query.Slot;
import dev.daybook.query.audittrail.AuditTrailQuery.SearchAudit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a query with the given filters only, sorted by an index from its first column on: H2 sorts by an index only then,
 * and takes it, among those that begin with the same column, only if time is bounded.
 * The few entries of one order are sorted as they are found.
 */
class AuditPagesImpl implements AuditPages {
    private final EntityManager entities;

    AuditPagesImpl(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<AuditRow> page(Slot slot, SearchAudit filters, Last last, int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("slot", slot));
        var jpql = new StringBuilder("select r from AuditRow r where r.slot = :slot");
        filter(" and r.orderId = :orderId", "orderId", filters.orderId(), jpql, parameters);
        filter(" and r.actor = :actor", "actor", filters.actor(), jpql, parameters);
        filter(" and r.eventType = :type", "type", filters.type(), jpql, parameters);
        filter(" and r.happenedAt >= :from", "from", micros(filters.from()), jpql, parameters);
        filter(" and r.happenedAt <= :to", "to", micros(filters.to()), jpql, parameters);
        jpql.append(" and r.happenedAt <= :lastAt and (r.happenedAt < :lastAt or r.ordinal < :lastOrdinal)");
        parameters.put("lastAt", last.happenedAt());
        parameters.put("lastOrdinal", last.ordinal());
        jpql.append(" order by r.slot, ").append(indexOf(filters)).append("r.happenedAt desc, r.ordinal desc");

        TypedQuery<AuditRow> query = entities.createQuery(jpql.toString(), AuditRow.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    private static void filter(
            String condition, String name, @Nullable Object value, StringBuilder jpql, Map<String, Object> parameters) {
        if (value == null) return;
        jpql.append(condition);
        parameters.put(name, value);
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : Micros.of(instant);
    }

    private static String indexOf(SearchAudit filters) {
        if (filters.orderId() != null) return "r.orderId, ";
        if (filters.actor() != null) return "r.actor, ";
        return filters.type() != null ? "r.eventType, " : "";
    }
}
