package dev.daybook.query.audittrail;

import dev.daybook.cart.contract.CartId;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.StockId;
import dev.daybook.order.contract.PaymentId;
import dev.daybook.query.OrderSequencing;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import dev.daybook.query.View;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AuditTrailView implements View {
    static final String NAME = "audittrail";

    private static final List<String> FEEDING =
            List.of(OrderId.PREFIX, PaymentId.PREFIX, StockId.PREFIX, CartId.PREFIX);

    private final JdbcClient jdbc;
    private final SlotRows slotRows;
    private final Serializer serializer;

    AuditTrailView(JdbcClient jdbc, SlotRows slotRows, @Qualifier("eventSerializer") Serializer serializer) {
        this.jdbc = jdbc;
        this.slotRows = slotRows;
        this.serializer = serializer;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object projection(Slot slot) {
        return new AuditTrailProjection(slot, jdbc, slotRows, serializer);
    }

    @Override
    public SequencingPolicy<? super EventMessage<?>> sequencing() {
        return new OrderSequencing();
    }

    /** Products do not feed this view; of them there is nothing to wait for. */
    @Override
    public boolean shows(Slot slot, String aggregateId, long sequence) {
        return FEEDING.stream().noneMatch(aggregateId::startsWith) || isWritten(slot, aggregateId, sequence);
    }

    private boolean isWritten(Slot slot, String aggregateId, long sequence) {
        return jdbc.sql("select 1 from audit_entry where slot = ? and aggregate_id = ? and aggregate_sequence = ?")
                .params(slot.name(), aggregateId, sequence)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
