package dev.daybook.query.orderlist;

import dev.daybook.order.contract.OrderStatus;
import org.jspecify.annotations.Nullable;

/** What may be asked of the list of orders. */
public sealed interface OrderListQuery {
    /**
     * An {@link OrderPage}, newest first.
     *
     * @param customerId null: everyone's
     * @param archived true: only archived ones; false: only active ones; null: both
     * @param flagged true: only flagged ones; null: all
     * @param limit 1 to 100
     * @param cursor from the page before; a cursor of other filters is refused as INVALID_CURSOR
     */
    record FindOrders(
            @Nullable String customerId,
            @Nullable OrderStatus status,
            @Nullable Boolean archived,
            @Nullable Boolean flagged,
            int limit,
            @Nullable String cursor)
            implements OrderListQuery {}
}
