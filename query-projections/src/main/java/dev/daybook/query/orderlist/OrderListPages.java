package dev.daybook.query.orderlist;

import dev.daybook.query.Slot;
import dev.daybook.query.orderlist.OrderListQuery.FindOrders;
import java.util.List;

/** Pages through the rows by whichever filters are given. */
interface OrderListPages {
    /** At most {@code limit} documents, newest first, after {@code last}. */
    List<String> page(Slot slot, FindOrders filters, Last last, int limit);

    /** The key of the last order of the page before. */
    record Last(long createdAt, String orderId) {
        /** What the first page comes after. */
        static final Last NEWER_THAN_ALL = new Last(Long.MAX_VALUE, "");
    }
}
