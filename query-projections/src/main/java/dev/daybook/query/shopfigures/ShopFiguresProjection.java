package dev.daybook.query.shopfigures;

import dev.daybook.cart.contract.CartEvent;
import dev.daybook.cart.contract.CartEvent.CartCheckedOut;
import dev.daybook.cart.contract.CartEvent.CartItemAdded;
import dev.daybook.cart.contract.CartLine;
import dev.daybook.catalog.contract.ProductEvent;
import dev.daybook.catalog.contract.ProductEvent.ProductAdded;
import dev.daybook.catalog.contract.ProductEvent.ProductDetailsChanged;
import dev.daybook.catalog.contract.ProductEvent.ProductDiscontinued;
import dev.daybook.catalog.contract.StockEvent;
import dev.daybook.catalog.contract.StockEvent.StockDispatched;
import dev.daybook.catalog.contract.StockEvent.StockRejected;
import dev.daybook.catalog.contract.StockEvent.StockReleased;
import dev.daybook.catalog.contract.StockEvent.StockReserved;
import dev.daybook.catalog.contract.StockId;
import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.OrderEvent.OrderCancelled;
import dev.daybook.order.contract.OrderEvent.OrderCreated;
import dev.daybook.order.contract.OrderEvent.OrderDelivered;
import dev.daybook.order.contract.OrderEvent.OrderFlagged;
import dev.daybook.order.contract.OrderEvent.OrderProcessingStarted;
import dev.daybook.order.contract.OrderEvent.OrderShipped;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.order.contract.PaymentEvent;
import dev.daybook.query.Batch;
import dev.daybook.query.Micros;
import dev.daybook.query.Slot;
import dev.daybook.query.SlotRows;
import dev.daybook.query.shopfigures.Sources.Source;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts. The sums change in the transaction of the token that says which events they contain, so that neither a restart nor
 * another instance nor a replay counts an event again.
 */
class ShopFiguresProjection {
    private final Slot slot;
    private final JdbcClient jdbc;
    private final SlotRows rows;

    ShopFiguresProjection(Slot slot, JdbcClient jdbc, SlotRows rows) {
        this.slot = slot;
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @EventHandler
    void on(ProductEvent event, @SequenceNumber long sequence) {
        Counts counts = counts();
        String id = event.productId().value();
        if (!counts.sources.isNews(id, sequence)) return;
        Amounts amounts = counts.amounts;
        CountedProducts products = counts.products;
        switch (event) {
            case ProductAdded added -> {
                products.add(id, added.sku(), added.category());
                amounts.add(Figure.of(Figure.PRODUCTS), 1);
                amounts.add(Figure.of(Figure.PRODUCTS_IN_CATEGORY, added.category()), 1);
            }
            case ProductDetailsChanged changed -> {
                amounts.add(Figure.of(Figure.PRODUCTS_IN_CATEGORY, products.category(id)), -1);
                amounts.add(Figure.of(Figure.PRODUCTS_IN_CATEGORY, changed.category()), 1);
                products.move(id, changed.category());
            }
            case ProductDiscontinued discontinued ->
                amounts.add(Figure.of(Figure.PRODUCTS_IN_CATEGORY, products.category(id)), -1);
            default -> {}
        }
    }

    @EventHandler
    void on(StockEvent event, @SequenceNumber long sequence) {
        switch (event) {
            case StockReserved reserved -> count(event, sequence, Figure.RESERVATIONS_OPEN, 1);
            case StockDispatched dispatched -> count(event, sequence, Figure.RESERVATIONS_OPEN, -1);
            case StockReleased released ->
                count(event, sequence, Figure.RESERVATIONS_OPEN, released.quantity() > 0 ? -1 : 0);
            case StockRejected rejected -> count(event, sequence, Figure.OVERSELLS_REFUSED, 1);
            default -> {}
        }
    }

    private void count(StockEvent event, long sequence, String name, long change) {
        Counts counts = counts();
        if (counts.sources.isNews(StockId.of(event.productId()).value(), sequence))
            counts.amounts.add(Figure.of(name), change);
    }

    @EventHandler
    void on(CartEvent event, @SequenceNumber long sequence) {
        Counts counts = counts();
        Amounts amounts = counts.amounts;
        switch (event) {
            case CartItemAdded added -> {
                if (!counts.sources.isNews(added.cartId().value(), sequence)) return;
                counts.products.count(added.productId().value(), added.quantity());
                amounts.add(Figure.of(Figure.ITEMS_ADDED), added.quantity());
            }
            case CartCheckedOut checkedOut -> {
                if (!counts.sources.isNews(checkedOut.cartId().value(), sequence)) return;
                amounts.add(Figure.of(Figure.CHECKOUTS), 1);
                amounts.observe(
                        Histogram.CART_VALUE,
                        checkedOut.total().currency(),
                        checkedOut.total().minorUnits());
                amounts.observe(
                        Histogram.CART_ITEMS,
                        "",
                        checkedOut.items().stream()
                                .mapToLong(CartLine::quantity)
                                .sum());
            }
            default -> {}
        }
    }

    @EventHandler
    void on(OrderEvent event, @SequenceNumber long sequence) {
        Counts counts = counts();
        String id = event.orderId().value();
        Source before = counts.sources.find(id).orElse(null);
        if (before != null && before.lastSequence() >= sequence) return;
        Long createdAt =
                event instanceof OrderCreated ? (Long) micros(event.at()) : before == null ? null : before.createdAt();
        Long flaggedAt = event instanceof OrderFlagged ? micros(event.at()) : null;
        counts.sources.save(new Source(id, sequence, createdAt, flaggedAt));

        Amounts amounts = counts.amounts;
        amounts.add(
                Figure.of(Figure.ORDERS_FLAGGED), flags(flaggedAt) - flags(before == null ? null : before.flaggedAt()));
        OrderStatus status = statusAfter(event);
        if (status != null) amounts.add(Figure.of(Figure.CAME_INTO_STATUS, status.name()), 1);
        if (event instanceof OrderDelivered && createdAt != null)
            amounts.observe(Histogram.DELIVERY, "", TimeUnit.MICROSECONDS.toMillis(micros(event.at()) - createdAt));
    }

    /** What is heard of an order's payment is news of the order, too. */
    @EventHandler
    void on(PaymentEvent event) {
        Counts counts = counts();
        if (counts.sources.unflag(event.orderId().value(), micros(event.at())))
            counts.amounts.add(Figure.of(Figure.ORDERS_FLAGGED), -1);
    }

    @ResetHandler
    void reset() {
        rows.clear("shop_figure", "name", slot);
        rows.clear("shop_figure_product", "product_id", slot);
        rows.clear("shop_figure_source", "aggregate_id", slot);
    }

    private Counts counts() {
        return Batch.changes(Counts.class, Counts::new);
    }

    private final class Counts implements Batch.Changes {
        private final Sources sources = new Sources(slot, jdbc, rows);
        private final CountedProducts products = new CountedProducts(slot, jdbc);
        private final Amounts amounts = new Amounts(slot, jdbc);

        @Override
        public void write() {
            sources.write();
            products.write();
            amounts.write();
        }
    }

    private static @Nullable OrderStatus statusAfter(OrderEvent event) {
        return switch (event) {
            case OrderCreated created -> OrderStatus.CREATED;
            case OrderProcessingStarted started -> OrderStatus.PROCESSING;
            case OrderShipped shipped -> OrderStatus.SHIPPING;
            case OrderDelivered delivered -> OrderStatus.DELIVERED;
            case OrderCancelled cancelled -> OrderStatus.CANCELLED;
            default -> null;
        };
    }

    private static int flags(@Nullable Long flaggedAt) {
        return flaggedAt == null ? 0 : 1;
    }

    private static long micros(Instant at) {
        return Micros.of(at);
    }
}
