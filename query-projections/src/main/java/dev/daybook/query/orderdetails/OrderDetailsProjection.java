package dev.daybook.query.orderdetails;

import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.PaymentEvent;
import dev.daybook.query.Batch;
import dev.daybook.query.BatchRows;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
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
        Orders orders = orders();
        OrderView before = orders.find(event.orderId().value());
        orders.put(before, OrderFold.apply(before, event, sequence));
    }

    @EventHandler
    void on(PaymentEvent event, @SequenceNumber long sequence) {
        Orders orders = orders();
        OrderView before = orders.find(event.orderId().value());
        orders.put(before, OrderFold.apply(before, event, sequence));
    }

    @ResetHandler
    void reset() {
        rows.clear("order_details", "order_id", slot);
    }

    private Orders orders() {
        return Batch.changes(Orders.class, Orders::new);
    }

    private final class Orders implements Batch.Changes {
        private final BatchRows<OrderView> orders = new BatchRows<>(this::read);

        @Nullable
        OrderView find(String orderId) {
            return orders.find(orderId).orElse(null);
        }

        void put(@Nullable OrderView before, @Nullable OrderView after) {
            if (after != null && after != before) orders.put(after.orderId(), after);
        }

        @Override
        public void write() {
            rows.write(
                    "insert into order_details (last_sequence, document, slot, order_id) values (?, ?, ?, ?)",
                    orders.added().values(),
                    this::values);
            rows.write(
                    "update order_details set last_sequence = ?, document = ? where slot = ? and order_id = ?",
                    orders.changed().values(),
                    this::values);
        }

        private Object[] values(OrderView order) {
            return new Object[] {order.sequence(), OrderJson.write(order), slot.name(), order.orderId()};
        }

        private Optional<OrderView> read(String orderId) {
            return jdbc.sql("select document from order_details where slot = ? and order_id = ?")
                    .params(slot.name(), orderId)
                    .query(String.class)
                    .optional()
                    .map(OrderJson::read);
        }
    }
}
