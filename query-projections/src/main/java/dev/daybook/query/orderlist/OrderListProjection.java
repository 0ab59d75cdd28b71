package dev.daybook.query.orderlist;

import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.PaymentEvent;
import dev.daybook.query.Micros;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import dev.daybook.query.orderdetails.OrderFold;
import dev.daybook.query.orderdetails.OrderJson;
import dev.daybook.query.orderdetails.OrderView;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each order: one statement for each event, so that an event is applied wholly or not at all. */
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
        OrderView before = find(event.orderId().value());
        save(before, OrderFold.apply(before, event, sequence));
    }

    @EventHandler
    void on(PaymentEvent event, @SequenceNumber long sequence) {
        OrderView before = find(event.orderId().value());
        save(before, OrderFold.apply(before, event, sequence));
    }

    @ResetHandler
    void reset() {
        rows.clear("order_list", "order_id", slot);
    }

    private @Nullable OrderView find(String orderId) {
        return jdbc.sql("select document from order_list where slot = ? and order_id = ?")
                .params(slot.name(), orderId)
                .query(String.class)
                .optional()
                .map(OrderJson::read)
                .orElse(null);
    }

    private void save(@Nullable OrderView before, @Nullable OrderView after) {
        if (after == null || after == before) return;
        if (before == null) insert(after);
        else if (sameKeys(before, after)) updateDocument(after);
        else update(after);
    }

    private void insert(OrderView order) {
        jdbc.sql("""
                insert into order_list (slot, order_id, customer_id, status, archived, flagged, created_at, document)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        slot.name(),
                        order.orderId(),
                        order.customerId(),
                        order.status().name(),
                        order.archived(),
                        order.flagged(),
                        Micros.of(order.createdAt()),
                        OrderJson.write(order))
                .update();
    }

    private void update(OrderView order) {
        jdbc.sql("""
                update order_list set status = ?, archived = ?, flagged = ?, document = ?
                where slot = ? and order_id = ?
                """)
                .params(
                        order.status().name(),
                        order.archived(),
                        order.flagged(),
                        OrderJson.write(order),
                        slot.name(),
                        order.orderId())
                .update();
    }

    private void updateDocument(OrderView order) {
        jdbc.sql("update order_list set document = ? where slot = ? and order_id = ?")
                .params(OrderJson.write(order), slot.name(), order.orderId())
                .update();
    }

    private static boolean sameKeys(OrderView before, OrderView after) {
        return before.status() == after.status()
                && before.archived() == after.archived()
                && before.flagged() == after.flagged();
    }
}
