package dev.daybook.query.orderdetails;

import dev.daybook.query.OrderSequencing;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import dev.daybook.query.View;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OrderDetailsView implements View {
    static final String NAME = "orderdetails";

    private final JdbcClient jdbc;
    private final SlotRows rows;

    OrderDetailsView(JdbcClient jdbc, SlotRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object projection(Slot slot) {
        return new OrderDetailsProjection(slot, jdbc, rows);
    }

    @Override
    public SequencingPolicy<? super EventMessage<?>> sequencing() {
        return new OrderSequencing();
    }

    /** Only orders and payments feed this view; of anything else there is nothing to wait for. */
    @Override
    public boolean shows(Slot slot, String aggregateId, long sequence) {
        return BatchOrders.show(jdbc, "order_details", slot, aggregateId, sequence);
    }
}
