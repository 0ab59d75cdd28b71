package dev.daybook.query.shopfigures;

import dev.daybook.order.contract.OrderStatus;
import java.util.List;
import java.util.Map;

/**
 * What the shop has counted since its first day.
 *
 * @param productsAdded products ever taken into the catalog
 * @param productsByCategory products on sale now
 * @param itemsAdded pieces put into carts, by sku, of the products of which the most were
 * @param itemsAddedOfOthers pieces put into carts of all other products; like the rest it never falls, because a product that
 *     takes another's place among the best leaves behind the smaller count of the two
 * @param cartValues value of carts at checkout in minor units, by currency
 * @param cartItems pieces in carts at checkout
 * @param ordersByStatus orders that ever came into a status; every status is there
 * @param deliveries how many milliseconds orders took from their creation until they were delivered
 * @param ordersFlagged orders that need a person, and of which nothing was heard since
 * @param reservationsOpen reservations that were neither dispatched nor released
 * @param oversellsRefused reservations that were rejected, because there was not enough
 */
public record ShopFigures(
        long productsAdded,
        Map<String, Long> productsByCategory,
        Map<String, Long> itemsAdded,
        long itemsAddedOfOthers,
        long checkouts,
        Map<String, Distribution> cartValues,
        Distribution cartItems,
        long ordersCreated,
        Map<OrderStatus, Long> ordersByStatus,
        Distribution deliveries,
        long ordersFlagged,
        long reservationsOpen,
        long oversellsRefused) {
    /** A histogram, its sum in the unit of its bounds. */
    public record Distribution(List<Bucket> buckets, long sum) {}

    /** How many values lie above the bucket before and do not exceed {@code bound}. */
    public record Bucket(long bound, long count) {
        /** The bound of the last bucket. */
        public static final long INFINITE = Long.MAX_VALUE;
    }
}
