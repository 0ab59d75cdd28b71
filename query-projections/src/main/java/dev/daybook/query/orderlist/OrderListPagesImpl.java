package dev.daybook.query.orderlist;

import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.Slot;
import dev.daybook.query.orderlist.OrderListQuery.FindOrders;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a query with the given filters only, in the column order of an index, sorted by that index from its first column
 * on: H2 sorts by an index only then. And it takes that index, among those that begin with the same column, only if time is bounded.
 */
class OrderListPagesImpl implements OrderListPages {
    private final EntityManager entities;

    OrderListPagesImpl(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<String> page(Slot slot, FindOrders filters, Last last, int limit) {
        Map<String, Object> equal = new LinkedHashMap<>();
        List<String> sort = new ArrayList<>(List.of("r.slot"));
        equal.put("slot", slot);
        if (filters.customerId() != null) equal.put("customerId", filters.customerId());
        if (filters.status() != null) equal.put("status", filters.status());
        Boolean archived = archived(filters);
        if (archived != null) equal.put("archived", archived);
        if (Boolean.TRUE.equals(filters.flagged())) equal.put("flagged", true);
        indexOf(filters, archived).forEach(column -> sort.add("r." + column));

        var jpql = new StringBuilder("select r.document from OrderListRow r where 1 = 1");
        equal.keySet().forEach(column -> jpql.append(" and r.%1$s = :%1$s".formatted(column)));
        jpql.append(" and r.createdAt <= :lastAt and (r.createdAt < :lastAt or r.orderId < :lastId)");
        jpql.append(" order by ").append(String.join(", ", sort)).append(", r.createdAt desc, r.orderId desc");

        TypedQuery<String> query = entities.createQuery(jpql.toString(), String.class);
        equal.forEach(query::setParameter);
        query.setParameter("lastAt", last.createdAt()).setParameter("lastId", last.orderId());
        return query.setMaxResults(limit).getResultList();
    }

    /** Only delivered orders are ever archived, so that any other status settles the question for the index. */
    private static @Nullable Boolean archived(FindOrders filters) {
        return filters.archived() == null && filters.status() != null && filters.status() != OrderStatus.DELIVERED
                ? Boolean.FALSE
                : filters.archived();
    }

    private static List<String> indexOf(FindOrders filters, @Nullable Boolean archived) {
        if (filters.customerId() != null) return List.of("customerId");
        if (Boolean.TRUE.equals(filters.flagged())) return List.of("flagged");
        if (filters.status() != null && archived != null) return List.of("status", "archived");
        return archived != null ? List.of("archived") : List.of();
    }
}
