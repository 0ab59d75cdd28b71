package dev.daybook.query.totals;

import dev.daybook.catalog.contract.Money;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.ServingSlots;
import dev.daybook.query.Slot;
import dev.daybook.query.totals.Statistics.BestSeller;
import dev.daybook.query.totals.Statistics.Day;
import dev.daybook.query.totals.TotalsQuery.FindSpending;
import dev.daybook.query.totals.TotalsQuery.FindStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

@Component
class FindingTotals {
    private static final String CURRENCY_OF_NOTHING = "USD";

    private final CustomerTotalsRows customers;
    private final StatusTotalsRows statuses;
    private final DayTotalsRows days;
    private final ProductTotalsRows products;
    private final ServingSlots slots;

    FindingTotals(
            CustomerTotalsRows customers,
            StatusTotalsRows statuses,
            DayTotalsRows days,
            ProductTotalsRows products,
            ServingSlots slots) {
        this.customers = customers;
        this.statuses = statuses;
        this.days = days;
        this.products = products;
        this.slots = slots;
    }

    @QueryHandler
    Spending handle(FindSpending query) {
        List<CustomerTotalsRows.Sum> sums = customers.of(slots.serving(TotalsView.NAME), query.customerId());
        List<Money> spent = sums.stream()
                .filter(sum -> sum.minorUnits() != 0)
                .map(sum -> new Money(sum.minorUnits(), sum.currency()))
                .toList();
        return new Spending(
                query.customerId(),
                spent.isEmpty() ? List.of(Money.zero(CURRENCY_OF_NOTHING)) : spent,
                sums.stream().mapToLong(CustomerTotalsRows.Sum::orders).sum());
    }

    @QueryHandler
    Statistics handle(FindStatistics query) {
        Slot slot = slots.serving(TotalsView.NAME);
        List<BestSeller> best =
                query.bestSellers() < 1 ? List.of() : products.best(slot, Limit.of(query.bestSellers()));
        return new Statistics(ordersPerStatus(slot), days(slot, query), best);
    }

    /** Every status, also one that no order has. */
    private Map<OrderStatus, Long> ordersPerStatus(Slot slot) {
        var orders = new EnumMap<OrderStatus, Long>(OrderStatus.class);
        for (OrderStatus status : OrderStatus.values()) orders.put(status, 0L);
        statuses.all(slot).forEach(sum -> orders.put(sum.status(), sum.orders()));
        return orders;
    }

    private List<Day> days(Slot slot, FindStatistics query) {
        return days.between(slot, query.from(), query.to()).stream()
                .collect(Collectors.groupingBy(DayTotalsRows.Sum::day, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(day -> new Day(
                        day.getKey(),
                        day.getValue().stream()
                                .mapToLong(DayTotalsRows.Sum::orders)
                                .sum(),
                        day.getValue().stream()
                                .mapToLong(DayTotalsRows.Sum::cancellations)
                                .sum(),
                        day.getValue().stream()
                                .filter(sum -> sum.minorUnits() != 0)
                                .map(sum -> new Money(sum.minorUnits(), sum.currency()))
                                .toList()))
                .toList();
    }
}
