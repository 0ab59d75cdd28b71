package dev.daybook.order.lifecycle;

import dev.daybook.cart.contract.CartId;
import dev.daybook.catalog.contract.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of unfinished orders; changes by the watchdog give way to news from the order itself. */
@Component
@Transactional
class OrderWatch {
    private final JdbcClient jdbc;

    OrderWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An order whose step was due.
     *
     * @param cart where it was checked out, when that is known
     * @param attempts how often the watchdog has brought nothing about
     */
    record Watched(OrderId order, @Nullable CartId cart, Instant dueAt, int attempts) {}

    /** The order has moved, and its next step is due at {@code dueAt}. */
    void expect(OrderId order, Instant dueAt) {
        var known = jdbc.sql("update order_watch set due_at = :dueAt, attempts = 0 where order_id = :order")
                .param("order", order.value())
                .param("dueAt", dueAt.toEpochMilli())
                .update();
        if (known == 0) insert(order, null, dueAt);
    }

    /** An order was promised by a checkout. */
    void expectFrom(CartId cart, OrderId order, Instant dueAt) {
        var known = jdbc.sql("update order_watch set cart_id = :cart where order_id = :order")
                .param("order", order.value())
                .param("cart", cart.value())
                .update();
        if (known == 0) insert(order, cart, dueAt);
    }

    /** The order is finished. */
    void forget(OrderId order) {
        jdbc.sql("delete from order_watch where order_id = :order")
                .param("order", order.value())
                .update();
    }

    /** As {@link #forget(OrderId)}, unless the order has moved since. */
    void forget(Watched watched) {
        jdbc.sql("delete from order_watch where order_id = :order and due_at = :seen")
                .param("order", watched.order().value())
                .param("seen", watched.dueAt().toEpochMilli())
                .update();
    }

    /** Looks again after {@code dueAt}, unless the order has moved since. */
    void postpone(Watched watched, Instant dueAt, int attempts) {
        jdbc.sql("update order_watch set due_at = :dueAt, attempts = :attempts"
                        + " where order_id = :order and due_at = :seen")
                .param("order", watched.order().value())
                .param("seen", watched.dueAt().toEpochMilli())
                .param("dueAt", dueAt.toEpochMilli())
                .param("attempts", attempts)
                .update();
    }

    /** The longest overdue first. */
    @Transactional(readOnly = true)
    List<Watched> dueUntil(Instant instant, int limit) {
        return jdbc.sql("select order_id, cart_id, due_at, attempts from order_watch"
                        + " where due_at <= :until order by due_at limit :limit")
                .param("until", instant.toEpochMilli())
                .param("limit", limit)
                .query((row, number) -> {
                    var cart = row.getString("cart_id");
                    return new Watched(
                            new OrderId(row.getString("order_id")),
                            cart == null ? null : new CartId(cart),
                            Instant.ofEpochMilli(row.getLong("due_at")),
                            row.getInt("attempts"));
                })
                .list();
    }

    private void insert(OrderId order, @Nullable CartId cart, Instant dueAt) {
        jdbc.sql("insert into order_watch (order_id, cart_id, due_at, attempts) values (:order, :cart, :dueAt, 0)")
                .param("order", order.value())
                .param("cart", cart == null ? null : cart.value())
                .param("dueAt", dueAt.toEpochMilli())
                .update();
    }
}
