package dev.daybook.query.orderlist;

import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.Cursor;
import dev.daybook.query.Slot;
import dev.daybook.query.orderlist.OrderListQuery.FindOrders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link FindOrders} asks, in the words of the database: what comes after {@code from order_list}. It has the given
 * filters only, in the column order of an index, and is sorted by that index from its first column on: H2 sorts by an index
 * only then. And it takes that index, among those that begin with the same column, only if time is bounded.
 */
final class OrderFilter {
    private final StringBuilder sql = new StringBuilder("where 1 = 1");
    private final Map<String, Object> values = new HashMap<>();

    /** @param after the key of the page before */
    OrderFilter(FindOrders query, Slot slot, Cursor.@Nullable Key after) {
        Boolean archived = archived(query);
        and("slot", slot.name());
        and("customer_id", query.customerId());
        and("status", query.status() == null ? null : query.status().name());
        and("archived", archived);
        and("flagged", Boolean.TRUE.equals(query.flagged()) ? true : null);
        sql.append(" and created_at <= :lastAt and (created_at < :lastAt or order_id < :lastId)");
        values.put("lastAt", after == null ? Long.MAX_VALUE : after.number(0));
        values.put("lastId", after == null ? "" : after.text(1));
        List<String> order = new ArrayList<>(List.of("slot"));
        order.addAll(indexOf(query, archived));
        sql.append(" order by ")
                .append(String.join(", ", order))
                .append(", created_at desc, order_id desc limit :limit");
        values.put("limit", query.limit() + 1);
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> values() {
        return values;
    }

    private void and(String column, @Nullable Object value) {
        if (value == null) return;
        sql.append(" and %1$s = :%1$s".formatted(column));
        values.put(column, value);
    }

    /** Only delivered orders are ever archived, so that any other status settles the question for the index. */
    private static @Nullable Boolean archived(FindOrders query) {
        return query.archived() == null && query.status() != null && query.status() != OrderStatus.DELIVERED
                ? Boolean.FALSE
                : query.archived();
    }

    private static List<String> indexOf(FindOrders query, @Nullable Boolean archived) {
        if (query.customerId() != null) return List.of("customer_id");
        if (Boolean.TRUE.equals(query.flagged())) return List.of("flagged");
        if (query.status() != null && archived != null) return List.of("status", "archived");
        return archived != null ? List.of("archived") : List.of();
    }
}
