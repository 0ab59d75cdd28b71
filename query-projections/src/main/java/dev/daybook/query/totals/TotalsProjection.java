package dev.daybook.query.totals;

import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.Batch;
import dev.daybook.query.BatchRows;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps one contribution for each order, and the sums over them, which change once for each batch. */
class TotalsProjection {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Contribution.Item>> ITEMS = new TypeReference<>() {};

    private final Slot slot;
    private final JdbcClient jdbc;
    private final SlotRows rows;
    private final Sums sums;

    TotalsProjection(Slot slot, JdbcClient jdbc, SlotRows rows) {
        this.slot = slot;
        this.jdbc = jdbc;
        this.rows = rows;
        this.sums = new Sums(slot, jdbc);
    }

    @EventHandler
    void on(OrderEvent event, @SequenceNumber long sequence) {
        Counted counted = Batch.changes(Counted.class, Counted::new);
        Contribution before = counted.orders.find(event.orderId().value()).orElse(null);
        Contribution after = Contribution.after(before, event, sequence);
        if (after != null && after != before) counted.put(before, after);
    }

    @ResetHandler
    void reset() {
        rows.clear("totals_contribution", "order_id", slot);
        rows.clear("totals_customer", "customer_id", slot);
        rows.clear("totals_day", "created_on", slot);
        rows.clear("totals_status", "status", slot);
        rows.clear("totals_product", "product_id", slot);
    }

    private final class Counted implements Batch.Changes {
        private final BatchRows<Contribution> orders = new BatchRows<>(TotalsProjection.this::find);
        private final Changes changes = new Changes();

        void put(@Nullable Contribution before, Contribution after) {
            orders.put(after.orderId(), after);
            changes.add(before, after);
        }

        @Override
        public void write() {
            insert(orders.added().values());
            update(orders.changed().values());
            sums.apply(changes);
        }
    }

    private Optional<Contribution> find(String orderId) {
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
                .optional();
    }

    private void insert(Collection<Contribution> orders) {
        rows.write("""
                insert into totals_contribution (slot, order_id, customer_id, created_at, currency, minor_units, status,
                    paid, last_sequence, items)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, orders, order -> new Object[] {
            slot.name(),
            order.orderId(),
            order.customerId(),
            order.createdAt(),
            order.currency(),
            order.minorUnits(),
            order.status().name(),
            order.paid(),
            order.sequence(),
            MAPPER.writeValueAsString(order.items())
        });
    }

    private void update(Collection<Contribution> orders) {
        rows.write("""
                update totals_contribution set status = ?, paid = ?, last_sequence = ?
                where slot = ? and order_id = ?
                """, orders, order ->
                new Object[] {order.status().name(), order.paid(), order.sequence(), slot.name(), order.orderId()});
    }
}
