package dev.daybook.query.audittrail;

import dev.daybook.cart.contract.CartEvent;
import dev.daybook.catalog.contract.ConcernsOrder;
import dev.daybook.catalog.contract.StockEvent;
import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.PaymentEvent;
import dev.daybook.query.Batch;
import dev.daybook.query.Micros;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
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

    AuditTrailProjection(Slot slot, JdbcClient jdbc, SlotRows rows, Serializer serializer) {
        this.slot = slot;
        this.jdbc = jdbc;
        this.rows = rows;
        this.serializer = serializer;
    }

    @EventHandler
    void on(OrderEvent event, DomainEventMessage<?> message) {
        Batch.changes(Entries.class, Entries::new).add(message, Summary.of(event));
    }

    @EventHandler
    void on(PaymentEvent event, DomainEventMessage<?> message) {
        Batch.changes(Entries.class, Entries::new).add(message, Summary.of(event));
    }

    @EventHandler
    void on(StockEvent event, DomainEventMessage<?> message) {
        Batch.changes(Entries.class, Entries::new).add(message, Summary.of(event));
    }

    @EventHandler
    void on(CartEvent event, DomainEventMessage<?> message) {
        Batch.changes(Entries.class, Entries::new).add(message, Summary.of(event));
    }

    @ResetHandler
    void reset() {
        rows.clear("audit_entry", "ordinal", slot);
        jdbc.sql("update audit_counter set last_ordinal = 0 where slot = ?")
                .param(slot.name())
                .update();
    }

    private final class Entries implements Batch.Changes {
        private final List<Entry> entries = new ArrayList<>();

        private void add(DomainEventMessage<?> message, String summary) {
            entries.add(new Entry(message, summary));
        }

        /** The numbers of entries that were there already are used by none. */
        @Override
        public void write() {
            long last = lockCounter();
            var ordinals =
                    LongStream.rangeClosed(last + 1, last + entries.size()).iterator();
            rows.write("""
                    insert into audit_entry (slot, ordinal, event_id, event_type, aggregate_id, aggregate_sequence,
                        happened_at, order_id, actor, actor_role, process, command, correlation_id, causation_id,
                        request_id, payload, summary)
                    select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from dual
                    where not exists
                        (select 1 from audit_entry where slot = ? and aggregate_id = ? and aggregate_sequence = ?)
                    """, entries, entry -> values(entry, ordinals.next()));
            jdbc.sql("update audit_counter set last_ordinal = ? where slot = ?")
                    .params(last + entries.size(), slot.name())
                    .update();
        }
    }

    private record Entry(DomainEventMessage<?> message, String summary) {}

    private Object[] values(Entry entry, long ordinal) {
        DomainEventMessage<?> message = entry.message();
        MetaData metaData = message.getMetaData();
        return new Object[] {
            slot.name(),
            ordinal,
            message.getIdentifier(),
            message.getPayloadType().getSimpleName(),
            message.getAggregateIdentifier(),
            message.getSequenceNumber(),
            Micros.of(message.getTimestamp()),
            nullable(
                    message.getPayload() instanceof ConcernsOrder concerning
                            ? concerning.orderId().value()
                            : null),
            text(metaData, "actor", 120),
            text(metaData, "role", 40),
            text(metaData, "process", 120),
            text(metaData, "command", 120),
            text(metaData, "correlationId", 200),
            text(metaData, "causationId", 200),
            text(metaData, "requestId", 200),
            serializer.serialize(message.getPayload(), String.class).getData(),
            cut(entry.summary(), 2000),
            slot.name(),
            message.getAggregateIdentifier(),
            message.getSequenceNumber()
        };
    }

    private long lockCounter() {
        return jdbc.sql("select last_ordinal from audit_counter where slot = ? for update")
                .param(slot.name())
                .query(Long.class)
                .single();
    }

    private static SqlParameterValue text(MetaData metaData, String key, int length) {
        Object value = metaData.get(key);
        return nullable(value == null ? null : cut(value.toString(), length));
    }

    /** Told its type, a driver need not ask the database what may be null. */
    private static SqlParameterValue nullable(@Nullable String text) {
        return new SqlParameterValue(Types.VARCHAR, text);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
