package dev.daybook.query.orderlist;

import dev.daybook.query.OrderSequencing;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import dev.daybook.query.View;
import dev.daybook.query.orderdetails.BatchOrders;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OrderListView implements View {
    static final String NAME = "orderlist";

    private final JdbcClient jdbc;
    private final SlotRows rows;

    OrderListView(JdbcClient jdbc, SlotRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object projection(Slot slot) {
        return new OrderListProjection(slot, jdbc, rows);
    }

    @Override
    public SequencingPolicy<? super EventMessage<?>> sequencing() {
        return new OrderSequencing();
    }

    /** Only orders and payments feed this view; of anything else there is nothing to wait for. */
    @Override
    public boolean shows(Slot slot, String aggregateId, long sequence) {
        return BatchOrders.show(jdbc, "order_list", slot, aggregateId, sequence);
    }
}
