package dev.daybook.query.orderlist;

import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.PaymentEvent;
import dev.daybook.query.Batch;
import dev.daybook.query.BatchRows;
import dev.daybook.query.Micros;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import dev.daybook.query.orderdetails.BatchOrders;
import dev.daybook.query.orderdetails.OrderJson;
import dev.daybook.query.orderdetails.OrderView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each order. */
class OrderListProjection {
    private final Slot slot;
    private final JdbcClient jdbc;
    private final SlotRows rows;

    OrderListProjection(Slot slot, JdbcClient jdbc, SlotRows rows) {
        this.slot = slot;
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @EventHandler
    void on(OrderEvent event, @SequenceNumber long sequence) {
        orders().apply(event, sequence);
    }

    @EventHandler
    void on(PaymentEvent event, @SequenceNumber long sequence) {
        orders().apply(event, sequence);
    }

    @ResetHandler
    void reset() {
        rows.clear("order_list", "order_id", slot);
    }

    private BatchOrders orders() {
        return Batch.changes(Orders.class, Orders::new).orders;
    }

    private final class Orders implements Batch.Changes {
        private final BatchOrders orders = new BatchOrders(jdbc, "order_list", slot);

        @Override
        public void write() {
            BatchRows<OrderView> rows = orders.rows();
            insert(rows.added().values());
            // no index is touched where only the document changes
            Map<Boolean, List<OrderView>> changed = rows.changed().values().stream()
                    .collect(Collectors.partitioningBy(order -> sameKeys(rows.before(order.orderId()), order)));
            updateDocuments(changed.get(true));
            update(changed.get(false));
        }
    }

    private void insert(Collection<OrderView> orders) {
        rows.write("""
                insert into order_list (slot, order_id, customer_id, status, archived, flagged, created_at, document)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, orders, order -> new Object[] {
            slot.name(),
            order.orderId(),
            order.customerId(),
            order.status().name(),
            order.archived(),
            order.flagged(),
            Micros.of(order.createdAt()),
            OrderJson.write(order)
        });
    }

    private void update(Collection<OrderView> orders) {
        rows.write("""
                update order_list set status = ?, archived = ?, flagged = ?, document = ?
                where slot = ? and order_id = ?
                """, orders, order -> new Object[] {
            order.status().name(),
            order.archived(),
            order.flagged(),
            OrderJson.write(order),
            slot.name(),
            order.orderId()
        });
    }

    private void updateDocuments(Collection<OrderView> orders) {
        rows.write("update order_list set document = ? where slot = ? and order_id = ?", orders, order ->
                new Object[] {OrderJson.write(order), slot.name(), order.orderId()});
    }

    private static boolean sameKeys(OrderView before, OrderView after) {
        return before.status() == after.status()
                && before.archived() == after.archived()
                && before.flagged() == after.flagged();
    }
}
