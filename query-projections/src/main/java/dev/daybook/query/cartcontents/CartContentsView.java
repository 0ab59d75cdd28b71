package dev.daybook.query.cartcontents;

import dev.daybook.cart.contract.CartId;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import dev.daybook.query.View;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CartContentsView implements View {
    static final String NAME = "cartcontents";

    private final JdbcClient jdbc;
    private final SlotRows rows;

    CartContentsView(JdbcClient jdbc, SlotRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object projection(Slot slot) {
        return new CartContentsProjection(slot, jdbc, rows);
    }

    @Override
    public SequencingPolicy<? super EventMessage<?>> sequencing() {
        return SequentialPerAggregatePolicy.instance();
    }

    @Override
    public boolean shows(Slot slot, String aggregateId, long sequence) {
        return !aggregateId.startsWith(CartId.PREFIX) // nothing else feeds this view
                || rows.show("cart_view", "cart_id", slot, aggregateId, sequence);
    }
}
