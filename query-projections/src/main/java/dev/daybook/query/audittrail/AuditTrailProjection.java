package dev.daybook.query.audittrail;

import dev.daybook.cart.contract.CartEvent;
import dev.daybook.catalog.contract.ConcernsOrder;
import dev.daybook.catalog.contract.StockEvent;
import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.PaymentEvent;
import dev.daybook.query.Micros;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import java.util.Arrays;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes one row for each event, once: an event is known by its aggregate and its sequence there. Rows are numbered in the
 * order of reading; the positions of tokens would not do, they are not unique.
 */
class AuditTrailProjection {
    private final Slot slot;
    private final JdbcClient jdbc;
    private final SlotRows rows;
    private final Serializer serializer;
    private final String ordinalsOfBatch;

    AuditTrailProjection(Slot slot, JdbcClient jdbc, SlotRows rows, Serializer serializer) {
        this.slot = slot;
        this.jdbc = jdbc;
        this.rows = rows;
        this.serializer = serializer;
        this.ordinalsOfBatch = Ordinals.class.getName() + "-" + slot;
    }

    @EventHandler
    void on(OrderEvent event, DomainEventMessage<?> message) {
        write(message, Summary.of(event));
    }

    @EventHandler
    void on(PaymentEvent event, DomainEventMessage<?> message) {
        write(message, Summary.of(event));
    }

    @EventHandler
    void on(StockEvent event, DomainEventMessage<?> message) {
        write(message, Summary.of(event));
    }

    @EventHandler
    void on(CartEvent event, DomainEventMessage<?> message) {
        write(message, Summary.of(event));
    }

    @ResetHandler
    void reset() {
        rows.clear("audit_entry", "ordinal", slot);
        jdbc.sql("update audit_counter set last_ordinal = 0 where slot = ?")
                .param(slot.name())
                .update();
    }

    private void write(DomainEventMessage<?> message, String summary) {
        Ordinals ordinals = ordinalsOfBatch();
        MetaData metaData = message.getMetaData();
        int written = jdbc.sql("""
                insert into audit_entry (slot, ordinal, event_id, event_type, aggregate_id, aggregate_sequence,
                    happened_at, order_id, actor, actor_role, process, command, correlation_id, causation_id,
                    request_id, payload, summary)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from dual
                where not exists
                    (select 1 from audit_entry where slot = ? and aggregate_id = ? and aggregate_sequence = ?)
                """)
                .params(Arrays.asList(
                        slot.name(),
                        ordinals.next(),
                        message.getIdentifier(),
                        message.getPayloadType().getSimpleName(),
                        message.getAggregateIdentifier(),
                        message.getSequenceNumber(),
                        Micros.of(message.getTimestamp()),
                        message.getPayload() instanceof ConcernsOrder concerning
                                ? concerning.orderId().value()
                                : null,
                        text(metaData, "actor", 120),
                        text(metaData, "role", 40),
                        text(metaData, "process", 120),
                        text(metaData, "command", 120),
                        text(metaData, "correlationId", 200),
                        text(metaData, "causationId", 200),
                        text(metaData, "requestId", 200),
                        serializer.serialize(message.getPayload(), String.class).getData(),
                        cut(summary, 2000),
                        slot.name(),
                        message.getAggregateIdentifier(),
                        message.getSequenceNumber()))
                .update();
        if (written == 1) ordinals.used();
    }

    /** Locks the counter for the rest of the batch, and writes it back before the batch commits. */
    private Ordinals ordinalsOfBatch() {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        return batch.getOrComputeResource(ordinalsOfBatch, key -> {
            var ordinals = new Ordinals(jdbc.sql("select last_ordinal from audit_counter where slot = ? for update")
                    .param(slot.name())
                    .query(Long.class)
                    .single());
            batch.onPrepareCommit(ending -> jdbc.sql("update audit_counter set last_ordinal = ? where slot = ?")
                    .params(ordinals.last, slot.name())
                    .update());
            return ordinals;
        });
    }

    private static @Nullable String text(MetaData metaData, String key, int length) {
        Object value = metaData.get(key);
        return value == null ? null : cut(value.toString(), length);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** The numbers that a batch gives. */
    private static final class Ordinals {
        private long last;

        private Ordinals(long last) {
            this.last = last;
        }

        private long next() {
            return last + 1;
        }

        private void used() {
            last++;
        }
    }
}
