package dev.daybook.query.totals;

import dev.daybook.query.totals.Contribution.Item;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** By how much the sums change, collected over a batch; keys are sorted, so that batches lock rows in one order. */
class Changes {
    final Map<String, Long> statuses = new TreeMap<>();
    final Map<CustomerKey, Amounts> customers =
            new TreeMap<>(Comparator.comparing(CustomerKey::customerId).thenComparing(CustomerKey::currency));
    final Map<DayKey, Amounts> days =
            new TreeMap<>(Comparator.comparing(DayKey::day).thenComparing(DayKey::currency));
    final Map<String, Pieces> products = new TreeMap<>();

    record CustomerKey(String customerId, String currency) {}

    record DayKey(LocalDate day, String currency) {}

    record Amounts(long orders, long cancellations, long minorUnits) {
        static final Amounts NONE = new Amounts(0, 0, 0);

        Amounts plus(Amounts other) {
            return new Amounts(
                    orders + other.orders,
                    cancellations + other.cancellations,
                    Math.addExact(minorUnits, other.minorUnits));
        }
    }

    /** The name is that of the latest order. */
    record Pieces(long quantity, String name, long namedAt) {
        Pieces plus(Pieces other) {
            Pieces latest = other.namedAt < namedAt ? this : other;
            return new Pieces(quantity + other.quantity, latest.name, latest.namedAt);
        }
    }

    /** Takes away what an order counted for before, and adds what it counts for now. */
    void add(@Nullable Contribution before, Contribution after) {
        boolean soldBefore = before != null && before.sold();
        if (before != null && before.status() == after.status() && soldBefore == after.sold()) return;
        if (before != null) count(before, -1);
        count(after, 1);
        if (soldBefore != after.sold()) countItems(after, after.sold() ? 1 : -1);
    }

    private void count(Contribution order, int sign) {
        long minorUnits = order.sold() ? sign * order.minorUnits() : 0;
        var amounts = new Amounts(sign, order.cancelled() ? sign : 0, minorUnits);
        statuses.merge(order.status().name(), (long) sign, Long::sum);
        customers.merge(new CustomerKey(order.customerId(), order.currency()), amounts, Amounts::plus);
        days.merge(new DayKey(order.day(), order.currency()), amounts, Amounts::plus);
    }

    private void countItems(Contribution order, int sign) {
        for (Item item : order.items())
            products.merge(
                    item.productId(), new Pieces(sign * item.quantity(), item.name(), order.createdAt()), Pieces::plus);
    }
}
