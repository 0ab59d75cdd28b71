package dev.daybook.query.orderdetails;

import dev.daybook.catalog.contract.Money;
import dev.daybook.order.contract.Actor;
import dev.daybook.order.contract.CancellationReason;
import dev.daybook.order.contract.OrderLine;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.order.contract.PaymentStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its events tell it.
 *
 * @param payments one for each attempt, in order
 * @param nextStep what happens next by itself, and when; null when nothing does
 * @param sequence last applied sequence of the order
 * @param paymentsVersion number of payment events applied
 */
public record OrderView(
        String orderId,
        String customerId,
        OrderStatus status,
        List<OrderLine> items,
        Money total,
        String paymentMethod,
        List<PaymentView> payments,
        @Nullable NextStep nextStep,
        @Nullable Cancellation cancellation,
        boolean flagged,
        Instant createdAt,
        Instant updatedAt,
        boolean archived,
        long sequence,
        long paymentsVersion) {

    /** Whether it shows the event {@code sequence} of {@code aggregateId}: of the order itself, or of one of its payments. */
    public boolean shows(String aggregateId, long sequence) {
        return aggregateId.equals(orderId)
                ? this.sequence >= sequence
                : payments.stream()
                        .anyMatch(payment -> payment.paymentId().equals(aggregateId) && payment.sequence() >= sequence);
    }

    /** One attempt to pay; {@code reason} is the provider's code of a decline. */
    public record PaymentView(
            String paymentId,
            int attempt,
            PaymentStatus status,
            String method,
            Money amount,
            @Nullable String reason,
            Instant requestedAt,
            Instant updatedAt,
            long sequence) {}

    /** A step that the process takes by itself. */
    public record NextStep(What what, Instant dueAt) {
        /** The step; {@code PAYMENT_DUE} cancels the order unless it is paid by then. */
        public enum What {
            PAYMENT_DUE,
            START_PROCESSING,
            SHIP,
            DELIVER,
            ARCHIVE
        }
    }

    /** Why, by whom and when the order was called off. */
    public record Cancellation(CancellationReason reason, Actor by, Instant at) {}
}
