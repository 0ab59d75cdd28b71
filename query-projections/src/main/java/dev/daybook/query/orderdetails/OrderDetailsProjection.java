package dev.daybook.query.orderdetails;

import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.PaymentEvent;
import dev.daybook.query.Batch;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each order. */
class OrderDetailsProjection {
    private final Slot slot;
    private final JdbcClient jdbc;
    private final SlotRows rows;

    OrderDetailsProjection(Slot slot, JdbcClient jdbc, SlotRows rows) {
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
        rows.clear("order_details", "order_id", slot);
    }

    private BatchOrders orders() {
        return Batch.changes(Orders.class, Orders::new).orders;
    }

    private final class Orders implements Batch.Changes {
        private final BatchOrders orders = new BatchOrders(jdbc, "order_details", slot);

        @Override
        public void write() {
            rows.save(
                    orders.rows(),
                    "insert into order_details (last_sequence, document, slot, order_id) values (?, ?, ?, ?)",
                    "update order_details set last_sequence = ?, document = ? where slot = ? and order_id = ?",
                    this::values);
        }

        private Object[] values(OrderView order) {
            return new Object[] {order.sequence(), OrderJson.write(order), slot.name(), order.orderId()};
        }
    }
}
