package dev.daybook.query.totals;

import dev.daybook.catalog.contract.Money;
import dev.daybook.order.contract.OrderStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the shop sold. Revenue counts orders that are paid and not cancelled, on the day they were created (UTC). */
public record Statistics(Map<OrderStatus, Long> ordersPerStatus, List<Day> days, List<BestSeller> bestSellers) {
    /** One day with at least one order. */
    public record Day(LocalDate date, long orders, long cancellations, List<Money> revenue) {}

    /** A product and how many pieces of it were sold. */
    public record BestSeller(String productId, String name, long quantity) {}
}
