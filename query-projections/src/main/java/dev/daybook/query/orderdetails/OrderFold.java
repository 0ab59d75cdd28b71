package dev.daybook.query.orderdetails;

import dev.daybook.catalog.contract.OrderId;
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
import dev.daybook.order.contract.PaymentEvent;
import dev.daybook.order.contract.PaymentEvent.PaymentCaptured;
import dev.daybook.order.contract.PaymentEvent.PaymentDeclined;
import dev.daybook.order.contract.PaymentEvent.PaymentRefundRequested;
import dev.daybook.order.contract.PaymentEvent.PaymentRefunded;
import dev.daybook.order.contract.PaymentEvent.PaymentRequested;
import dev.daybook.order.contract.PaymentEvent.PaymentVoided;
import dev.daybook.order.contract.PaymentId;
import dev.daybook.order.contract.PaymentStatus;
import dev.daybook.query.orderdetails.OrderView.Cancellation;
import dev.daybook.query.orderdetails.OrderView.NextStep;
import dev.daybook.query.orderdetails.OrderView.PaymentView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How events make an {@link OrderView}. The events of an order and those of each of its payments touch different parts of
 * it, so only the order within each of them matters; what was applied before changes nothing.
 */
final class OrderFold {
    private OrderFold() {}

    /** The order after an event of its own; null until it was created. */
    static @Nullable OrderView apply(@Nullable OrderView order, OrderEvent event, long sequence) {
        if (order == null) return event instanceof OrderCreated created ? created(created, sequence) : null;
        if (sequence <= order.sequence()) return order;
        OrderView advanced = advanced(order, event, sequence);
        return switch (event) {
            case OrderCreated created -> order;
            case OrderStockReserved reserved -> advanced;
            case OrderPaymentRetried retried -> paymentRetried(advanced, retried);
            case OrderPaymentDeclined declined -> advanced;
            case OrderPaid paid ->
                moved(advanced, order.status(), NextStep.What.START_PROCESSING, paid.processingDueAt());
            case OrderProcessingStarted started ->
                moved(advanced, OrderStatus.PROCESSING, NextStep.What.SHIP, started.shipsAt());
            case OrderShipped shipped ->
                moved(advanced, OrderStatus.SHIPPING, NextStep.What.DELIVER, shipped.deliveryDueAt());
            case OrderDelivered delivered ->
                moved(advanced, OrderStatus.DELIVERED, NextStep.What.ARCHIVE, delivered.archivesAt());
            case OrderCancelled cancelled -> cancelled(advanced, cancelled);
            case OrderArchived archived -> archived(advanced);
            case OrderFlagged flagged -> flagged(advanced);
        };
    }

    /** The order after an event of one of its payments; the payments of an order that is not there yet are left out. */
    static @Nullable OrderView apply(@Nullable OrderView order, PaymentEvent event, long sequence) {
        if (order == null) return null;
        Optional<PaymentView> known = payment(order, event.paymentId().value());
        if (known.isEmpty())
            return event instanceof PaymentRequested requested
                    ? withPayment(order, requested(requested, sequence))
                    : order;
        PaymentView payment = known.get();
        if (sequence <= payment.sequence()) return order;
        return switch (event) {
            case PaymentRequested requested -> order;
            case PaymentCaptured captured ->
                withPayment(order, moved(payment, PaymentStatus.CAPTURED, null, event, sequence));
            case PaymentDeclined declined ->
                withPayment(order, moved(payment, PaymentStatus.DECLINED, declined.reason(), event, sequence));
            case PaymentVoided voided ->
                withPayment(order, moved(payment, PaymentStatus.VOIDED, null, event, sequence));
            case PaymentRefundRequested requested ->
                withPayment(order, moved(payment, PaymentStatus.REFUND_REQUESTED, null, event, sequence));
            case PaymentRefunded refunded ->
                withPayment(order, moved(payment, PaymentStatus.REFUNDED, null, event, sequence));
        };
    }

    /** The id of the order that an order's or a payment's id belongs to; none for other aggregates. */
    static Optional<String> orderOf(String aggregateId) {
        if (aggregateId.startsWith(OrderId.PREFIX)) return Optional.of(aggregateId);
        int attempt = aggregateId.lastIndexOf('-');
        return aggregateId.startsWith(PaymentId.PREFIX) && attempt > PaymentId.PREFIX.length()
                ? Optional.of(OrderId.PREFIX + aggregateId.substring(PaymentId.PREFIX.length(), attempt))
                : Optional.empty();
    }

    // --- steps of the order

    private static OrderView created(OrderCreated event, long sequence) {
        return new OrderView(
                event.orderId().value(),
                event.customerId().value(),
                OrderStatus.CREATED,
                event.items(),
                event.total(),
                event.paymentMethod(),
                List.of(),
                new NextStep(NextStep.What.PAYMENT_DUE, event.paymentDueAt()),
                null,
                false,
                event.at(),
                event.at(),
                false,
                sequence,
                0);
    }

    private static OrderView advanced(OrderView order, OrderEvent event, long sequence) {
        return new OrderView(
                order.orderId(),
                order.customerId(),
                order.status(),
                order.items(),
                order.total(),
                order.paymentMethod(),
                order.payments(),
                order.nextStep(),
                order.cancellation(),
                order.flagged(),
                order.createdAt(),
                later(order.updatedAt(), event.at()),
                order.archived(),
                sequence,
                order.paymentsVersion());
    }

    private static OrderView moved(OrderView order, OrderStatus status, NextStep.What what, Instant dueAt) {
        return stepped(
                order,
                status,
                order.paymentMethod(),
                new NextStep(what, dueAt),
                order.cancellation(),
                order.flagged(),
                false);
    }

    private static OrderView paymentRetried(OrderView order, OrderPaymentRetried event) {
        return stepped(
                order,
                order.status(),
                event.method(),
                order.nextStep(),
                order.cancellation(),
                order.flagged(),
                order.archived());
    }

    private static OrderView cancelled(OrderView order, OrderCancelled event) {
        return stepped(
                order,
                OrderStatus.CANCELLED,
                order.paymentMethod(),
                null,
                new Cancellation(event.reason(), event.by(), event.at()),
                order.flagged(),
                order.archived());
    }

    private static OrderView archived(OrderView order) {
        return stepped(order, order.status(), order.paymentMethod(), null, order.cancellation(), order.flagged(), true);
    }

    private static OrderView flagged(OrderView order) {
        return stepped(
                order,
                order.status(),
                order.paymentMethod(),
                order.nextStep(),
                order.cancellation(),
                true,
                order.archived());
    }

    private static OrderView stepped(
            OrderView order,
            OrderStatus status,
            String paymentMethod,
            @Nullable NextStep nextStep,
            @Nullable Cancellation cancellation,
            boolean flagged,
            boolean archived) {
        return new OrderView(
                order.orderId(),
                order.customerId(),
                status,
                order.items(),
                order.total(),
                paymentMethod,
                order.payments(),
                nextStep,
                cancellation,
                flagged,
                order.createdAt(),
                order.updatedAt(),
                archived,
                order.sequence(),
                order.paymentsVersion());
    }

    // --- steps of a payment

    private static PaymentView requested(PaymentRequested event, long sequence) {
        return new PaymentView(
                event.paymentId().value(),
                event.attempt(),
                PaymentStatus.PENDING,
                event.method(),
                event.amount(),
                null,
                event.at(),
                event.at(),
                sequence);
    }

    private static PaymentView moved(
            PaymentView payment, PaymentStatus status, @Nullable String reason, PaymentEvent event, long sequence) {
        return new PaymentView(
                payment.paymentId(),
                payment.attempt(),
                status,
                payment.method(),
                payment.amount(),
                reason,
                payment.requestedAt(),
                event.at(),
                sequence);
    }

    private static OrderView withPayment(OrderView order, PaymentView changed) {
        List<PaymentView> payments = new ArrayList<>(order.payments());
        payments.removeIf(payment -> payment.paymentId().equals(changed.paymentId()));
        payments.add(changed);
        payments.sort(Comparator.comparingInt(PaymentView::attempt));
        long applied =
                payments.stream().mapToLong(payment -> payment.sequence() + 1).sum();
        return new OrderView(
                order.orderId(),
                order.customerId(),
                order.status(),
                order.items(),
                order.total(),
                order.paymentMethod(),
                List.copyOf(payments),
                order.nextStep(),
                order.cancellation(),
                order.flagged(),
                order.createdAt(),
                later(order.updatedAt(), changed.updatedAt()),
                order.archived(),
                order.sequence(),
                applied);
    }

    private static Optional<PaymentView> payment(OrderView order, String paymentId) {
        return order.payments().stream()
                .filter(payment -> payment.paymentId().equals(paymentId))
                .findFirst();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
