package dev.daybook.order.contract;

import dev.daybook.cart.contract.CustomerId;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.order.contract.Actor.Kind;
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
import dev.daybook.order.contract.PaymentEvent.PaymentCaptured;
import dev.daybook.order.contract.PaymentEvent.PaymentDeclined;
import dev.daybook.order.contract.PaymentEvent.PaymentRefundRequested;
import dev.daybook.order.contract.PaymentEvent.PaymentRefunded;
import dev.daybook.order.contract.PaymentEvent.PaymentRequested;
import dev.daybook.order.contract.PaymentEvent.PaymentVoided;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One order, of a mouse and a laptop, and all that can happen to it: the vocabulary of the tests. */
public final class Samples {
    public static final OrderId ORDER = new OrderId("order-7");
    public static final CustomerId CUSTOMER = new CustomerId("user-1");
    public static final ProductId LAPTOP = new ProductId("product-laptop");
    public static final ProductId MOUSE = new ProductId("product-mouse");
    public static final Instant CREATED_AT = Instant.parse("2026-01-02T03:04:05Z");
    public static final Money TOTAL = new Money(105_997, "USD");
    /** As a cart has them: in the order they were put in, not in that of the product ids. */
    public static final List<OrderLine> LINES = List.of(
            new OrderLine(MOUSE, "Mouse", new Money(2_999, "USD"), 2),
            new OrderLine(LAPTOP, "Laptop", new Money(99_999, "USD"), 1));

    public static final Actor BUYER = new Actor(Kind.CUSTOMER, "user-1");
    public static final Actor ADMIN = new Actor(Kind.ADMIN, "user-9");

    private Samples() {}

    public static Instant at(long seconds) {
        return CREATED_AT.plusSeconds(seconds);
    }

    public static PaymentId payment(int attempt) {
        return PaymentId.of(ORDER, attempt);
    }

    public static OrderCreated created() {
        return new OrderCreated(
                ORDER, CUSTOMER, LINES, TOTAL, "card", CREATED_AT.plus(Duration.ofMinutes(15)), CREATED_AT);
    }

    public static OrderStockReserved stockReserved() {
        return new OrderStockReserved(ORDER, CREATED_AT);
    }

    public static OrderPaymentDeclined paymentDeclined(int attempt) {
        return new OrderPaymentDeclined(ORDER, attempt, "insufficient-funds", at(1));
    }

    public static OrderPaymentRetried paymentRetried(int attempt) {
        return new OrderPaymentRetried(ORDER, attempt, "sim-approve", at(2));
    }

    public static OrderPaid paid() {
        return new OrderPaid(ORDER, 1, at(5), at(1));
    }

    public static OrderProcessingStarted processingStarted() {
        return new OrderProcessingStarted(ORDER, at(10), at(5));
    }

    public static OrderShipped shipped() {
        return new OrderShipped(ORDER, at(100), at(10));
    }

    public static OrderDelivered delivered() {
        return new OrderDelivered(ORDER, at(400), at(100));
    }

    public static OrderArchived archived() {
        return new OrderArchived(ORDER, at(400));
    }

    public static OrderCancelled cancelled() {
        return new OrderCancelled(ORDER, CancellationReason.CHANGED_MIND, BUYER, at(3));
    }

    public static OrderFlagged flagged() {
        return new OrderFlagged(ORDER, "payment-unknown", at(3));
    }

    public static PaymentRequested requested(int attempt) {
        return new PaymentRequested(payment(attempt), ORDER, attempt, TOTAL, "card", CREATED_AT);
    }

    public static PaymentCaptured captured(int attempt) {
        return new PaymentCaptured(payment(attempt), ORDER, attempt, TOTAL, at(1));
    }

    public static PaymentDeclined declined(int attempt) {
        return new PaymentDeclined(payment(attempt), ORDER, attempt, "insufficient-funds", at(1));
    }

    public static PaymentVoided voided(int attempt) {
        return new PaymentVoided(payment(attempt), ORDER, attempt, at(3));
    }

    public static PaymentRefundRequested refundRequested(int attempt) {
        return new PaymentRefundRequested(payment(attempt), ORDER, attempt, TOTAL, at(3));
    }

    public static PaymentRefunded refunded(int attempt) {
        return new PaymentRefunded(payment(attempt), ORDER, attempt, TOTAL, at(4));
    }
}
