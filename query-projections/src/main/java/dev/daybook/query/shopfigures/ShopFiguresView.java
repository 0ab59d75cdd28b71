package dev.daybook.query.shopfigures;

import dev.daybook.order.contract.PaymentEvent;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import dev.daybook.query.View;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ShopFiguresView implements View {
    static final String NAME = "shopfigures";

    private static final SequencingPolicy<? super EventMessage<?>> PER_AGGREGATE = new SequentialPerAggregatePolicy();

    private final JdbcClient jdbc;
    private final SlotRows rows;

    ShopFiguresView(JdbcClient jdbc, SlotRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object projection(Slot slot) {
        return new ShopFiguresProjection(slot, jdbc, rows);
    }

    @Override
    public SequencingPolicy<? super EventMessage<?>> sequencing() {
        return event -> event.getPayload() instanceof PaymentEvent payment
                ? payment.orderId().value() // payments change what is known of their orders
                : PER_AGGREGATE.getSequenceIdentifierFor(event);
    }

    /** No client reads these rows after a write, and not every event leaves a trace in them. */
    @Override
    public boolean shows(Slot slot, String aggregateId, long sequence) {
        return new Sources(slot, jdbc, rows)
                .find(aggregateId)
                .filter(source -> source.lastSequence() >= sequence)
                .isPresent();
    }
}
