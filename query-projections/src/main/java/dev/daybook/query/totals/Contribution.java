package dev.daybook.query.totals;

import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.OrderEvent.OrderArchived;
import dev.daybook.order.contract.OrderEvent.OrderCancelled;
import dev.daybook.order.contract.OrderEvent.OrderCreated;
import dev.daybook.order.contract.OrderEvent.OrderDelivered;
import dev.daybook.order.contract.OrderEvent.OrderFlagged;
import dev.daybook.order.contract.OrderEvent.OrderPaid;
import dev.daybook.order.contract.OrderEvent.OrderPaymentDeclined;
import dev.daybook.order.contract.OrderEvent.OrderPaymentRetried;
import dev.daybook.order.contract.OrderEvent.OrderProcessingStarted;
import dev.daybook.order.contract.OrderEvent.OrderShipped;
import dev.daybook.order.contract.OrderEvent.OrderStockReserved;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.Micros;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one order counts for in the totals; {@code createdAt} in microseconds. */
record Contribution(
        String orderId,
        String customerId,
        long createdAt,
        String currency,
        long minorUnits,
        OrderStatus status,
        boolean paid,
        long sequence,
        List<Item> items) {

    /** So many pieces of a product, by the name it was sold under. */
    record Item(String productId, String name, long quantity) {}

    /** The contribution after an event; what was applied before changes nothing. */
    static @Nullable Contribution after(@Nullable Contribution before, OrderEvent event, long sequence) {
        if (before == null) return event instanceof OrderCreated created ? created(created, sequence) : null;
        if (sequence <= before.sequence) return before;
        return switch (event) {
            case OrderCreated created -> before;
            case OrderPaid paid -> before.moved(before.status, true, sequence);
            case OrderProcessingStarted started -> before.moved(OrderStatus.PROCESSING, before.paid, sequence);
            case OrderShipped shipped -> before.moved(OrderStatus.SHIPPING, before.paid, sequence);
            case OrderDelivered delivered -> before.moved(OrderStatus.DELIVERED, before.paid, sequence);
            case OrderCancelled cancelled -> before.moved(OrderStatus.CANCELLED, before.paid, sequence);
            case OrderStockReserved reserved -> before.moved(before.status, before.paid, sequence);
            case OrderPaymentRetried retried -> before.moved(before.status, before.paid, sequence);
            case OrderPaymentDeclined declined -> before.moved(before.status, before.paid, sequence);
            case OrderArchived archived -> before.moved(before.status, before.paid, sequence);
            case OrderFlagged flagged -> before.moved(before.status, before.paid, sequence);
        };
    }

    /** Whether its money and its pieces count. */
    boolean sold() {
        return paid && !cancelled();
    }

    boolean cancelled() {
        return status == OrderStatus.CANCELLED;
    }

    /** The day it was created, UTC. */
    LocalDate day() {
        return LocalDate.ofInstant(Micros.toInstant(createdAt), ZoneOffset.UTC);
    }

    private static Contribution created(OrderCreated event, long sequence) {
        return new Contribution(
                event.orderId().value(),
                event.customerId().value(),
                Micros.of(event.at()),
                event.total().currency(),
                event.total().minorUnits(),
                OrderStatus.CREATED,
                false,
                sequence,
                event.items().stream()
                        .map(line -> new Item(line.productId().value(), line.name(), line.quantity()))
                        .toList());
    }

    private Contribution moved(OrderStatus newStatus, boolean nowPaid, long newSequence) {
        return new Contribution(
                orderId, customerId, createdAt, currency, minorUnits, newStatus, nowPaid, newSequence, items);
    }
}
