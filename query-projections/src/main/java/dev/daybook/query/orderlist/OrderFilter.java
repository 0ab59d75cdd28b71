package dev.daybook.query.orderlist;

import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.Cursor;
import dev.daybook.query.ListFilter;
import dev.daybook.query.Slot;
import dev.daybook.query.orderlist.OrderListQuery.FindOrders;
import org.jspecify.annotations.Nullable;

/**
 * What {@link FindOrders} asks. It has the given
 * filters only, in the column order of an index, and is sorted by that index from its first column on: H2 sorts by an index
 * only then. And it takes that index, among those that begin with the same column, only if time is bounded.
 */
final class OrderFilter extends ListFilter {
    /** @param after the key of the page before */
    OrderFilter(FindOrders query, Slot slot, Cursor.@Nullable Key after) {
        super(slot);
        Boolean archived = archived(query);
        and("customer_id = :customerId", "customerId", query.customerId());
        and(
                "status = :status",
                "status",
                query.status() == null ? null : query.status().name());
        and("archived = :archived", "archived", archived);
        if (Boolean.TRUE.equals(query.flagged())) and("flagged = true");
        and("created_at <= :lastAt", "lastAt", after == null ? Long.MAX_VALUE : after.number(0));
        and("(created_at < :lastAt or order_id < :lastId)", "lastId", after == null ? "" : after.text(1));
        sort("slot, " + indexOf(query, archived) + "created_at desc, order_id desc", query.limit());
    }

    /** Only delivered orders are ever archived, so that any other status settles the question for the index. */
    private static @Nullable Boolean archived(FindOrders query) {
        return query.archived() == null && query.status() != null && query.status() != OrderStatus.DELIVERED
                ? Boolean.FALSE
                : query.archived();
    }

    private static String indexOf(FindOrders query, @Nullable Boolean archived) {
        if (query.customerId() != null) return "customer_id, ";
        if (Boolean.TRUE.equals(query.flagged())) return "flagged, ";
        if (query.status() != null && archived != null) return "status, archived, ";
        return archived != null ? "archived, " : "";
    }
}
