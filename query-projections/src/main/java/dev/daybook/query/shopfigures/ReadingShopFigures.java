package dev.daybook.query.shopfigures;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.ServingSlots;
import dev.daybook.query.Slot;
import dev.daybook.query.shopfigures.ShopFigures.Distribution;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all amounts, whose number does not grow with the shop's history, and the head of an index. */
@Component
class ReadingShopFigures implements CurrentShopFigures {
    private static final String CURRENCY_OF_NOTHING = "USD";
    private static final String BEST = "best";

    private final JdbcClient jdbc;
    private final ServingSlots slots;

    ReadingShopFigures(JdbcClient jdbc, ServingSlots slots) {
        this.jdbc = jdbc;
        this.slots = slots;
    }

    @Override
    public ShopFigures read(int bestSellers) {
        var amounts = new Read(amounts(slots.serving(ShopFiguresView.NAME), bestSellers));
        Map<String, Long> best = amounts.byLabel(BEST);
        Map<String, Long> cameInto = amounts.byLabel(Figure.CAME_INTO_STATUS);
        return new ShopFigures(
                amounts.of(Figure.PRODUCTS),
                amounts.byLabel(Figure.PRODUCTS_IN_CATEGORY),
                best,
                amounts.of(Figure.ITEMS_ADDED)
                        - best.values().stream().mapToLong(Long::longValue).sum(),
                amounts.of(Figure.CHECKOUTS),
                amounts.distributions(Histogram.CART_VALUE, CURRENCY_OF_NOTHING),
                amounts.distributions(Histogram.CART_ITEMS, "").get(""),
                cameInto.getOrDefault(OrderStatus.CREATED.name(), 0L),
                byStatus(cameInto),
                amounts.distributions(Histogram.DELIVERY, "").get(""),
                amounts.of(Figure.ORDERS_FLAGGED),
                amounts.of(Figure.RESERVATIONS_OPEN),
                amounts.of(Figure.OVERSELLS_REFUSED));
    }

    private static Map<OrderStatus, Long> byStatus(Map<String, Long> amounts) {
        var orders = new EnumMap<OrderStatus, Long>(OrderStatus.class);
        for (OrderStatus status : OrderStatus.values()) orders.put(status, amounts.getOrDefault(status.name(), 0L));
        return orders;
    }

    /** One statement, so that a sum and its parts are of one moment. */
    private List<Amount> amounts(Slot slot, int bestSellers) {
        return jdbc.sql("""
                        select name, label, bucket, amount from shop_figure where slot = ?
                        union all
                        (select ?, sku, '', items_added from shop_figure_product where slot = ? and items_added > 0
                        order by slot, items_added desc, product_id limit ?)
                        """)
                .params(slot.name(), BEST, slot.name(), bestSellers)
                .query((row, number) ->
                        new Amount(new Figure(row.getString(1), row.getString(2), row.getString(3)), row.getLong(4)))
                .list();
    }

    private record Amount(Figure figure, long amount) {}

    private record Read(List<Amount> amounts) {
        long of(String name) {
            return byLabel(name).getOrDefault("", 0L);
        }

        Map<String, Long> byLabel(String name) {
            return amounts.stream()
                    .filter(read -> read.figure().name().equals(name))
                    .collect(toMap(read -> read.figure().label(), Amount::amount, Long::sum, TreeMap::new));
        }

        Map<String, Distribution> distributions(Histogram histogram, String labelOfNothing) {
            Map<String, Distribution> byLabel = new TreeMap<>();
            amounts.stream()
                    .filter(read -> read.figure().name().equals(histogram.name()))
                    .collect(groupingBy(
                            read -> read.figure().label(),
                            toMap(read -> read.figure().bucket(), Amount::amount)))
                    .forEach((label, buckets) -> byLabel.put(label, histogram.of(buckets)));
            if (byLabel.isEmpty()) byLabel.put(labelOfNothing, histogram.of(Map.of()));
            return byLabel;
        }
    }
}
