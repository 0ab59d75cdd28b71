package dev.daybook.query.totals;

import dev.daybook.catalog.contract.Money;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.ServingSlots;
import dev.daybook.query.totals.Statistics.BestSeller;
import dev.daybook.query.totals.Statistics.Day;
import dev.daybook.query.totals.TotalsQuery.FindSpending;
import dev.daybook.query.totals.TotalsQuery.FindStatistics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FindingTotals {
    private static final String CURRENCY_OF_NOTHING = "USD";

    private final JdbcClient jdbc;
    private final ServingSlots slots;

    FindingTotals(JdbcClient jdbc, ServingSlots slots) {
        this.jdbc = jdbc;
        this.slots = slots;
    }

    @QueryHandler
    Spending handle(FindSpending query) {
        List<Sum> sums = jdbc.sql(
                        "select currency, orders, minor_units from totals_customer where slot = ? and customer_id = ?"
                                + " order by currency")
                .params(serving(), query.customerId())
                .query((row, number) -> sum(row, 0))
                .list();
        List<Money> spent = money(sums);
        return new Spending(
                query.customerId(),
                spent.isEmpty() ? List.of(Money.zero(CURRENCY_OF_NOTHING)) : spent,
                sums.stream().mapToLong(Sum::orders).sum());
    }

    @QueryHandler
    Statistics handle(FindStatistics query) {
        String slot = serving();
        return new Statistics(ordersPerStatus(slot), days(slot, query), best(slot, query.bestSellers()));
    }

    /** Every status, also one that no order has. */
    private Map<OrderStatus, Long> ordersPerStatus(String slot) {
        var orders = new EnumMap<OrderStatus, Long>(OrderStatus.class);
        for (OrderStatus status : OrderStatus.values()) orders.put(status, 0L);
        jdbc.sql("select status, orders from totals_status where slot = ?")
                .param(slot)
                .query((RowCallbackHandler)
                        row -> orders.put(OrderStatus.valueOf(row.getString("status")), row.getLong("orders")));
        return orders;
    }

    private List<Day> days(String slot, FindStatistics query) {
        Map<LocalDate, List<Sum>> days = new LinkedHashMap<>();
        jdbc.sql("select created_on, currency, orders, cancellations, minor_units from totals_day"
                        + " where slot = ? and created_on between ? and ? order by created_on, currency")
                .params(slot, query.from(), query.to())
                .query((RowCallbackHandler) row -> days.computeIfAbsent(
                                row.getObject("created_on", LocalDate.class), day -> new ArrayList<>())
                        .add(sum(row, row.getLong("cancellations"))));
        return days.entrySet().stream()
                .map(day -> new Day(
                        day.getKey(),
                        day.getValue().stream().mapToLong(Sum::orders).sum(),
                        day.getValue().stream().mapToLong(Sum::cancellations).sum(),
                        money(day.getValue())))
                .toList();
    }

    /** Sorted by the index from its first column on: H2 sorts by an index only then. */
    private List<BestSeller> best(String slot, int count) {
        return jdbc.sql("select product_id, name, quantity from totals_product where slot = ? and quantity > 0"
                        + " order by slot, quantity desc, product_id limit ?")
                .params(slot, Math.max(count, 0))
                .query((row, number) ->
                        new BestSeller(row.getString("product_id"), row.getString("name"), row.getLong("quantity")))
                .list();
    }

    private String serving() {
        return slots.serving(TotalsView.NAME).name();
    }

    /** What was ordered in one currency. */
    private record Sum(String currency, long orders, long cancellations, long minorUnits) {}

    private static Sum sum(ResultSet row, long cancellations) throws SQLException {
        return new Sum(row.getString("currency"), row.getLong("orders"), cancellations, row.getLong("minor_units"));
    }

    private static List<Money> money(List<Sum> sums) {
        return sums.stream()
                .filter(sum -> sum.minorUnits() != 0)
                .map(sum -> new Money(sum.minorUnits(), sum.currency()))
                .toList();
    }
}
