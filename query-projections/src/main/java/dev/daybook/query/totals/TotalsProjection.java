package dev.daybook.query.totals;

import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps one contribution for each order, and the sums over them. The contribution is one statement, so that an event counts
 * wholly or not at all; the sums change once for each batch, before it commits.
 */
class TotalsProjection {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Contribution.Item>> ITEMS = new TypeReference<>() {};

    private final Slot slot;
    private final JdbcClient jdbc;
    private final SlotRows rows;
    private final Sums sums;
    private final String changesOfBatch;

    TotalsProjection(Slot slot, JdbcClient jdbc, SlotRows rows) {
        this.slot = slot;
        this.jdbc = jdbc;
        this.rows = rows;
        this.sums = new Sums(slot, jdbc);
        this.changesOfBatch = Changes.class.getName() + "-" + slot;
    }

    @EventHandler
    void on(OrderEvent event, @SequenceNumber long sequence) {
        Contribution before = find(event.orderId().value());
        Contribution after = Contribution.after(before, event, sequence);
        if (after == null || after == before) return;
        if (before == null) insert(after);
        else update(after);
        changesOfBatch().add(before, after);
    }

    @ResetHandler
    void reset() {
        rows.clear("totals_contribution", "order_id", slot);
        rows.clear("totals_customer", "customer_id", slot);
        rows.clear("totals_day", "created_on", slot);
        rows.clear("totals_status", "status", slot);
        rows.clear("totals_product", "product_id", slot);
    }

    private Changes changesOfBatch() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(changesOfBatch, key -> {
            var changes = new Changes();
            CurrentUnitOfWork.get().root().onPrepareCommit(batch -> sums.apply(changes));
            return changes;
        });
    }

    private @Nullable Contribution find(String orderId) {
        return jdbc.sql("""
                select customer_id, created_at, currency, minor_units, status, paid, last_sequence, items
                from totals_contribution where slot = ? and order_id = ?
                """)
                .params(slot.name(), orderId)
                .query((row, number) -> new Contribution(
                        orderId,
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getLong(4),
                        OrderStatus.valueOf(row.getString(5)),
                        row.getBoolean(6),
                        row.getLong(7),
                        MAPPER.readValue(row.getString(8), ITEMS)))
                .optional()
                .orElse(null);
    }

    private void insert(Contribution order) {
        jdbc.sql("""
                insert into totals_contribution (slot, order_id, customer_id, created_at, currency, minor_units, status,
                    paid, last_sequence, items)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        slot.name(),
                        order.orderId(),
                        order.customerId(),
                        order.createdAt(),
                        order.currency(),
                        order.minorUnits(),
                        order.status().name(),
                        order.paid(),
                        order.sequence(),
                        MAPPER.writeValueAsString(order.items()))
                .update();
    }

    private void update(Contribution order) {
        jdbc.sql("""
                update totals_contribution set status = ?, paid = ?, last_sequence = ?
                where slot = ? and order_id = ?
                """)
                .params(order.status().name(), order.paid(), order.sequence(), slot.name(), order.orderId())
                .update();
    }
}
