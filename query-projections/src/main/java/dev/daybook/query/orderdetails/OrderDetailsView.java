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
    private final SlotRows slotRows;
    private final OrderDetailsRows rows;

    OrderDetailsView(JdbcClient jdbc, SlotRows slotRows, OrderDetailsRows rows) {
        this.jdbc = jdbc;
        this.slotRows = slotRows;
        this.rows = rows;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object projection(Slot slot) {
        return new OrderDetailsProjection(slot, jdbc, slotRows);
    }

    @Override
    public SequencingPolicy<? super EventMessage<?>> sequencing() {
        return new OrderSequencing();
    }

    /** Only orders and payments feed this view; of anything else there is nothing to wait for. */
    @Override
    public boolean shows(Slot slot, String aggregateId, long sequence) {
        return OrderFold.orderOf(aggregateId)
                .map(orderId -> orderId.equals(aggregateId)
                        ? rows.lastSequence(slot, orderId)
                                .filter(last -> last >= sequence)
                                .isPresent()
                        : rows.document(slot, orderId)
                                .filter(document -> OrderFold.shows(OrderJson.read(document), aggregateId, sequence))
                                .isPresent())
                .orElse(true);
    }
}
