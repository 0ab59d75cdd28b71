package dev.daybook.order.lifecycle;

import static dev.daybook.catalog.contract.ReservationStatus.DISPATCHED;
import static dev.daybook.catalog.contract.ReservationStatus.REJECTED;
import static dev.daybook.catalog.contract.ReservationStatus.RESERVED;
import static dev.daybook.catalog.contract.ReservationStatus.UNDONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.daybook.catalog.contract.ConcernsOrder;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.ReservationStatus;
import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import dev.daybook.catalog.contract.StockCommand.UndoStock;
import dev.daybook.catalog.contract.StockEvent.StockDispatched;
import dev.daybook.catalog.contract.StockEvent.StockRejected;
import dev.daybook.catalog.contract.StockEvent.StockReleased;
import dev.daybook.catalog.contract.StockEvent.StockReserved;
import dev.daybook.catalog.contract.StockEvent.StockReturned;
import dev.daybook.catalog.contract.StockReceipt;
import dev.daybook.order.contract.OrderCommand.ArchiveOrder;
import dev.daybook.order.contract.OrderCommand.ConfirmDecline;
import dev.daybook.order.contract.OrderCommand.ConfirmPayment;
import dev.daybook.order.contract.OrderCommand.ConfirmStock;
import dev.daybook.order.contract.OrderEvent.OrderArchived;
import dev.daybook.order.contract.OrderEvent.OrderCancelled;
import dev.daybook.order.contract.OrderEvent.OrderCreated;
import dev.daybook.order.contract.OrderEvent.OrderDelivered;
import dev.daybook.order.contract.OrderEvent.OrderPaid;
import dev.daybook.order.contract.OrderEvent.OrderPaymentDeclined;
import dev.daybook.order.contract.OrderEvent.OrderPaymentRetried;
import dev.daybook.order.contract.OrderEvent.OrderProcessingStarted;
import dev.daybook.order.contract.OrderEvent.OrderShipped;
import dev.daybook.order.contract.OrderEvent.OrderStockReserved;
import dev.daybook.order.contract.OrderReceipt;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.order.contract.PaymentEvent.PaymentCaptured;
import dev.daybook.order.contract.PaymentEvent.PaymentDeclined;
import dev.daybook.order.contract.PaymentEvent.PaymentRefundRequested;
import dev.daybook.order.contract.PaymentEvent.PaymentRefunded;
import dev.daybook.order.contract.PaymentEvent.PaymentRequested;
import dev.daybook.order.contract.PaymentEvent.PaymentVoided;
import dev.daybook.order.contract.PaymentId;
import dev.daybook.order.contract.PaymentReceipt;
import dev.daybook.order.contract.PaymentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the way of one order. Learned from events and from the answers to commands, which say the same; what
 * is known only ever moves forward, so that hearing of it twice, late or in another order changes nothing.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
class OrderProgress {
    private OrderId orderId;
    private Money total;
    private OrderStatus status = OrderStatus.CREATED;
    private List<Line> lines = new ArrayList<>();
    private List<Attempt> attempts = new ArrayList<>();
    private boolean stockConfirmed;
    private boolean paid;
    private boolean archived;
    private @Nullable Instant paymentDueAt;
    private @Nullable Instant processingDueAt;
    private @Nullable Instant shipsAt;
    private @Nullable Instant deliveryDueAt;
    private @Nullable Instant archivesAt;

    OrderProgress() {}

    /** A product of the order, and what its stock says. */
    record Line(ProductId productId, int quantity, @Nullable ReservationStatus stock) {
        boolean isUndone() {
            return stock == UNDONE;
        }

        boolean isUnavailable() {
            return stock == REJECTED || stock == UNDONE;
        }

        boolean isStillOnTheShelf() {
            return stock != DISPATCHED && stock != UNDONE;
        }

        private Line knowing(ReservationStatus news) {
            return stock == null || news.compareTo(stock) > 0 ? new Line(productId, quantity, news) : this;
        }
    }

    /** An attempt to pay: what the payment says, and whether the order was told that it was declined. */
    record Attempt(
            int number, String method, @Nullable PaymentStatus payment, String declineReason, boolean declineTold) {
        boolean isCaptured() {
            return payment == PaymentStatus.CAPTURED;
        }

        boolean isPending() {
            return payment == PaymentStatus.PENDING;
        }

        boolean isBeingRefunded() {
            return payment == PaymentStatus.REFUND_REQUESTED;
        }

        boolean isSettled() {
            return payment == null || payment.isSettled();
        }

        boolean isDeclinedInSilence() {
            return payment == PaymentStatus.DECLINED && !declineTold;
        }

        private Attempt knowing(PaymentStatus news) {
            return payment == null || rank(news) > rank(payment)
                    ? new Attempt(number, method, news, declineReason, declineTold)
                    : this;
        }

        /** A capture may come after the attempt was given up. */
        private static int rank(PaymentStatus status) {
            return switch (status) {
                case PENDING -> 0;
                case DECLINED, VOIDED -> 1;
                case CAPTURED -> 2;
                case REFUND_REQUESTED -> 3;
                case REFUNDED -> 4;
            };
        }
    }

    // --- learning

    /** Events that say nothing about the way of an order are passed over. */
    void learn(ConcernsOrder event) {
        switch (event) {
            case OrderCreated e -> begin(e);
            case OrderStockReserved e -> stockConfirmed = true;
            case OrderPaymentRetried e -> retry(e.attempt(), e.method());
            case OrderPaymentDeclined e -> declineTold(e.attempt());
            case OrderPaid e -> {
                paid = true;
                processingDueAt = e.processingDueAt();
            }
            case OrderProcessingStarted e -> {
                reach(OrderStatus.PROCESSING);
                shipsAt = e.shipsAt();
            }
            case OrderShipped e -> {
                reach(OrderStatus.SHIPPING);
                deliveryDueAt = e.deliveryDueAt();
            }
            case OrderDelivered e -> {
                reach(OrderStatus.DELIVERED);
                archivesAt = e.archivesAt();
            }
            case OrderCancelled e -> reach(OrderStatus.CANCELLED);
            case OrderArchived e -> archived = true;
            case PaymentRequested e -> payment(e.paymentId(), PaymentStatus.PENDING);
            case PaymentCaptured e -> payment(e.paymentId(), PaymentStatus.CAPTURED);
            case PaymentDeclined e -> {
                payment(e.paymentId(), PaymentStatus.DECLINED);
                attempt(e.attempt(), a -> new Attempt(a.number, a.method, a.payment, e.reason(), a.declineTold));
            }
            case PaymentVoided e -> payment(e.paymentId(), PaymentStatus.VOIDED);
            case PaymentRefundRequested e -> payment(e.paymentId(), PaymentStatus.REFUND_REQUESTED);
            case PaymentRefunded e -> payment(e.paymentId(), PaymentStatus.REFUNDED);
            case StockReserved e -> stock(e.productId(), RESERVED);
            case StockRejected e -> stock(e.productId(), REJECTED);
            case StockDispatched e -> stock(e.productId(), DISPATCHED);
            case StockReleased e -> stock(e.productId(), UNDONE);
            case StockReturned e -> stock(e.productId(), UNDONE);
            default -> {}
        }
    }

    void learn(Object command, Object receipt) {
        switch (receipt) {
            case OrderReceipt order -> {
                reach(order.status());
                if (order.status() != OrderStatus.CANCELLED) done(command);
            }
            case PaymentReceipt payment -> payment(payment.paymentId(), payment.status());
            case StockReceipt stock -> {
                if (stock.reservation() != null) stock(stock.productId(), answer(command, stock.reservation()));
            }
            default -> {}
        }
    }

    /** A product without stock has nothing to reserve and nothing to undo. */
    void learnThatThereIsNoStock(Object command) {
        switch (command) {
            case ReserveStock reserve -> stock(reserve.productId(), REJECTED);
            case UndoStock undo -> stock(undo.productId(), UNDONE);
            default -> {}
        }
    }

    /** What was rejected needs no undoing, and stock may answer either way. */
    private static ReservationStatus answer(Object command, ReservationStatus answer) {
        return command instanceof UndoStock && answer == REJECTED ? UNDONE : answer;
    }

    private void begin(OrderCreated event) {
        if (orderId != null) return;
        orderId = event.orderId();
        total = event.total();
        paymentDueAt = event.paymentDueAt();
        event.items().stream()
                .map(item -> new Line(item.productId(), item.quantity(), null))
                .sorted(Comparator.comparing(line -> line.productId().value()))
                .forEach(lines::add);
        attempts.add(new Attempt(1, event.paymentMethod(), null, "declined", false));
    }

    private void done(Object command) {
        switch (command) {
            case ConfirmStock e -> stockConfirmed = true;
            case ConfirmPayment e -> paid = true;
            case ConfirmDecline told -> declineTold(told.attempt());
            case ArchiveOrder e -> archived = true;
            default -> {}
        }
    }

    private void reach(OrderStatus news) {
        if (news.compareTo(status) > 0) status = news;
    }

    private void retry(int number, String method) {
        if (attempts.stream().noneMatch(attempt -> attempt.number == number))
            attempts.add(new Attempt(number, method, null, "declined", false));
    }

    private void declineTold(int number) {
        attempt(number, a -> new Attempt(a.number, a.method, a.payment, a.declineReason, true));
    }

    private void payment(PaymentId id, PaymentStatus news) {
        attempts.replaceAll(attempt -> paymentId(attempt).equals(id) ? attempt.knowing(news) : attempt);
    }

    private void attempt(int number, UnaryOperator<Attempt> change) {
        attempts.replaceAll(attempt -> attempt.number == number ? change.apply(attempt) : attempt);
    }

    private void stock(ProductId product, ReservationStatus news) {
        lines.replaceAll(line -> line.productId.equals(product) ? line.knowing(news) : line);
    }

    // --- what is known

    boolean hasBegun() {
        return orderId != null;
    }

    OrderId orderId() {
        return orderId;
    }

    Money total() {
        return total;
    }

    OrderStatus status() {
        return status;
    }

    /** In the order of product ids, so that everyone locks stocks in the same order. */
    List<Line> lines() {
        return List.copyOf(lines);
    }

    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    Attempt latestAttempt() {
        return attempts.stream().max(Comparator.comparingInt(Attempt::number)).orElseThrow();
    }

    PaymentId paymentId(Attempt attempt) {
        return PaymentId.of(orderId, attempt.number);
    }

    boolean isStockConfirmed() {
        return stockConfirmed;
    }

    boolean isPaid() {
        return paid;
    }

    /** Also after it was called off. */
    boolean hasShipped() {
        return deliveryDueAt != null;
    }

    boolean isArchived() {
        return archived;
    }

    /** Whether an attempt to pay is out; its task asks until there is an answer, or a person. */
    boolean isWaitingForProvider() {
        return status == OrderStatus.CREATED && attempts.stream().anyMatch(Attempt::isPending);
    }

    /** Whether nothing but a refund is missing; its task asks until there is an answer, or a person. */
    boolean isWaitingForRefund() {
        return status == OrderStatus.CANCELLED
                && !isFinished()
                && lines.stream().allMatch(Line::isUndone)
                && attempts.stream().allMatch(attempt -> attempt.isSettled() || attempt.isBeingRefunded());
    }

    /** Whether nothing will follow: archived, or cancelled with all stock undone and all money settled. */
    boolean isFinished() {
        return archived
                || (status == OrderStatus.CANCELLED
                        && lines.stream().allMatch(Line::isUndone)
                        && attempts.stream().allMatch(Attempt::isSettled));
    }

    /** When the step out of the present state is due; empty while that waits for something else. */
    Optional<Instant> stepDueAt() {
        return Optional.ofNullable(
                switch (status) {
                    case CREATED -> !paid ? paymentDueAt : stockConfirmed ? processingDueAt : null;
                    case PROCESSING -> shipsAt;
                    case SHIPPING -> deliveryDueAt;
                    case DELIVERED -> archived ? null : archivesAt;
                    case CANCELLED -> null;
                });
    }
}
