package dev.daybook.query.totals;

import dev.daybook.query.Slot;
import dev.daybook.query.totals.Changes.Amounts;
import dev.daybook.query.totals.Changes.CustomerKey;
import dev.daybook.query.totals.Changes.DayKey;
import dev.daybook.query.totals.Changes.Pieces;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sums of a slot. They are changed by differences inside the database ({@code x = x + ?}), so that segments on several
 * nodes may share them.
 */
class Sums {
    private static final int NAME_LENGTH = 1000;

    private final Slot slot;
    private final JdbcClient jdbc;

    Sums(Slot slot, JdbcClient jdbc) {
        this.slot = slot;
        this.jdbc = jdbc;
    }

    void apply(Changes changes) {
        changes.statuses.forEach(this::addToStatus);
        changes.days.forEach(this::addToDay);
        changes.customers.forEach(this::addToCustomer);
        changes.products.forEach(this::addToProduct);
    }

    private void addToStatus(String status, long orders) {
        upsert(
                "update totals_status set orders = orders + ? where slot = ? and status = ?",
                List.of(orders, slot.name(), status),
                "insert into totals_status (orders, slot, status) values (?, ?, ?)",
                List.of(orders, slot.name(), status));
    }

    private void addToDay(DayKey key, Amounts amounts) {
        if (amounts.equals(Amounts.NONE)) return;
        List<Object> values = List.of(
                amounts.orders(),
                amounts.cancellations(),
                amounts.minorUnits(),
                slot.name(),
                key.day(),
                key.currency());
        upsert("""
                update totals_day
                set orders = orders + ?, cancellations = cancellations + ?, minor_units = minor_units + ?
                where slot = ? and created_on = ? and currency = ?
                """, values, """
                insert into totals_day (orders, cancellations, minor_units, slot, created_on, currency)
                values (?, ?, ?, ?, ?, ?)
                """, values);
    }

    private void addToCustomer(CustomerKey key, Amounts amounts) {
        if (amounts.orders() == 0 && amounts.minorUnits() == 0) return;
        List<Object> values =
                List.of(amounts.orders(), amounts.minorUnits(), slot.name(), key.customerId(), key.currency());
        upsert("""
                update totals_customer set orders = orders + ?, minor_units = minor_units + ?
                where slot = ? and customer_id = ? and currency = ?
                """, values, """
                insert into totals_customer (orders, minor_units, slot, customer_id, currency)
                values (?, ?, ?, ?, ?)
                """, values);
    }

    /** The name comes before the time it is compared by, because MySQL assigns from left to right. */
    private void addToProduct(String productId, Pieces pieces) {
        String name =
                pieces.name().substring(0, Math.min(NAME_LENGTH, pieces.name().length()));
        long namedAt = pieces.namedAt();
        upsert(
                """
                update totals_product
                set quantity = quantity + ?, name = case when named_at <= ? then ? else name end,
                    named_at = case when named_at <= ? then ? else named_at end
                where slot = ? and product_id = ?
                """,
                List.of(pieces.quantity(), namedAt, name, namedAt, namedAt, slot.name(), productId),
                "insert into totals_product (quantity, slot, product_id, name, named_at) values (?, ?, ?, ?, ?)",
                List.of(pieces.quantity(), slot.name(), productId, name, namedAt));
    }

    /** Another segment may insert the row between the update that found none and the insert. */
    private void upsert(String update, List<Object> updated, String insert, List<Object> inserted) {
        if (jdbc.sql(update).params(updated).update() > 0) return;
        try {
            jdbc.sql(insert).params(inserted).update();
        } catch (DuplicateKeyException insertedMeanwhile) {
            jdbc.sql(update).params(updated).update();
        }
    }
}
