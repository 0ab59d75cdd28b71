package dev.daybook.query.orderlist;

import dev.daybook.query.OrderSequencing;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import dev.daybook.query.View;
import dev.daybook.query.orderdetails.OrderFold;
import dev.daybook.query.orderdetails.OrderJson;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OrderListView implements View {
    static final String NAME = "orderlist";

    private final JdbcClient jdbc;
    private final SlotRows slotRows;
    private final OrderListRows rows;

    OrderListView(JdbcClient jdbc, SlotRows slotRows, OrderListRows rows) {
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
        return new OrderListProjection(slot, jdbc, slotRows);
    }

    @Override
    public SequencingPolicy<? super EventMessage<?>> sequencing() {
        return new OrderSequencing();
    }

    /** Only orders and payments feed this view; of anything else there is nothing to wait for. */
    @Override
    public boolean shows(Slot slot, String aggregateId, long sequence) {
        return OrderFold.orderOf(aggregateId)
                .map(orderId -> rows.document(slot, orderId)
                        .filter(document -> OrderFold.shows(OrderJson.read(document), aggregateId, sequence))
                        .isPresent())
                .orElse(true);
    }
}
