package dev.daybook.query.orderdetails;

import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.PaymentEvent;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each order: one statement for each event, so that an event is applied wholly or not at all. */
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
        rows.clear("order_details", "order_id", slot);
    }

    private @Nullable OrderView find(String orderId) {
        return jdbc.sql("select document from order_details where slot = ? and order_id = ?")
                .params(slot.name(), orderId)
                .query(String.class)
                .optional()
                .map(OrderJson::read)
                .orElse(null);
    }

    private void save(@Nullable OrderView before, @Nullable OrderView after) {
        if (after == null || after == before) return;
        String statement = before == null
                ? "insert into order_details (last_sequence, document, slot, order_id) values (?, ?, ?, ?)"
                : "update order_details set last_sequence = ?, document = ? where slot = ? and order_id = ?";
        jdbc.sql(statement)
                .params(after.sequence(), OrderJson.write(after), slot.name(), after.orderId())
                .update();
    }
}
