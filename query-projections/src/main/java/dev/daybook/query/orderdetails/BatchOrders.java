package dev.daybook.query.orderdetails;

import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.PaymentEvent;
import dev.daybook.query.BatchRows;
import dev.daybook.query.Slot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The orders that a batch changes, in a table that keeps each as a document. */
public final class BatchOrders {
    private final BatchRows<OrderView> rows;

    public BatchOrders(JdbcClient jdbc, String table, Slot slot) {
        rows = new BatchRows<>(orderId -> read(jdbc, table, slot, orderId));
    }

    public void apply(OrderEvent event, long sequence) {
        OrderView before = find(event.orderId().value());
        put(before, OrderFold.apply(before, event, sequence));
    }

    public void apply(PaymentEvent event, long sequence) {
        OrderView before = find(event.orderId().value());
        put(before, OrderFold.apply(before, event, sequence));
    }

    public BatchRows<OrderView> rows() {
        return rows;
    }

    private @Nullable OrderView find(String orderId) {
        return rows.find(orderId).orElse(null);
    }

    private void put(@Nullable OrderView before, @Nullable OrderView after) {
        if (after != null && after != before) rows.put(after.orderId(), after);
    }

    /** Whether the order that {@code aggregateId} belongs to has applied its event {@code sequence}; true of what is no order's. */
    public static boolean show(JdbcClient jdbc, String table, Slot slot, String aggregateId, long sequence) {
        return OrderFold.orderOf(aggregateId)
                .map(orderId -> read(jdbc, table, slot, orderId)
                        .filter(order -> order.shows(aggregateId, sequence))
                        .isPresent())
                .orElse(true);
    }

    static Optional<OrderView> read(JdbcClient jdbc, String table, Slot slot, String orderId) {
        return jdbc.sql("select document from " + table + " where slot = ? and order_id = ?")
                .params(slot.name(), orderId)
                .query(String.class)
                .optional()
                .map(OrderJson::read);
    }
}
