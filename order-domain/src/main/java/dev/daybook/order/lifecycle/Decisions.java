package dev.daybook.order.lifecycle;

import dev.daybook.catalog.contract.StockCommand.DispatchStock;
import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import dev.daybook.catalog.contract.StockCommand.UndoStock;
import dev.daybook.order.contract.Actor;
import dev.daybook.order.contract.CancellationReason;
import dev.daybook.order.contract.OrderCommand.CancelOrder;
import dev.daybook.order.contract.OrderCommand.ConfirmDecline;
import dev.daybook.order.contract.OrderCommand.ConfirmPayment;
import dev.daybook.order.contract.OrderCommand.ConfirmStock;
import dev.daybook.order.contract.PaymentCommand.RefundPayment;
import dev.daybook.order.contract.PaymentCommand.RequestPayment;
import dev.daybook.order.contract.PaymentCommand.VoidPayment;
import dev.daybook.order.lifecycle.OrderLifecycle.Step;
import dev.daybook.order.lifecycle.OrderProgress.Attempt;
import dev.daybook.order.lifecycle.OrderProgress.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What follows from what is known of an order. Saga and watchdog ask the same questions here. */
final class Decisions {
    private Decisions() {}

    /** The timer an order waits for. */
    record Timer(Step step, Instant dueAt) {}

    /** The commands that are in order now, each of which is harmless when it was sent before. */
    static List<Object> commands(OrderProgress order, Instant now) {
        return switch (order.status()) {
            case CREATED -> created(order, now);
            case PROCESSING -> dueStep(order, now).toList();
            case SHIPPING, DELIVERED ->
                Stream.concat(dispatch(order), dueStep(order, now)).toList();
            case CANCELLED -> undo(order);
        };
    }

    static Optional<Timer> timer(OrderProgress order) {
        return order.stepDueAt().map(dueAt -> new Timer(stepOutOf(order), dueAt));
    }

    private static List<Object> created(OrderProgress order, Instant now) {
        var id = order.orderId();
        var captured = order.attempts().stream().filter(Attempt::isCaptured).findFirst();
        if (captured.isPresent() && !order.isPaid())
            return List.of(new ConfirmPayment(id, captured.get().number()));

        if (!order.isStockConfirmed() && order.lines().stream().anyMatch(Line::isUnavailable))
            return List.of(new CancelOrder(id, CancellationReason.OUT_OF_STOCK, Actor.LIFECYCLE, null));

        var due = dueStep(order, now).toList();
        if (!due.isEmpty()) return due;

        if (!order.isStockConfirmed()) return reserve(order);
        return order.isPaid() ? List.of() : pay(order);
    }

    private static List<Object> reserve(OrderProgress order) {
        List<Object> unanswered = order.lines().stream()
                .filter(line -> line.stock() == null)
                .<Object>map(line -> new ReserveStock(line.productId(), order.orderId(), line.quantity()))
                .toList();
        return unanswered.isEmpty() ? List.of(new ConfirmStock(order.orderId())) : unanswered;
    }

    private static List<Object> pay(OrderProgress order) {
        var declines = order.attempts().stream()
                .filter(Attempt::isDeclinedInSilence)
                .map(attempt -> new ConfirmDecline(order.orderId(), attempt.number(), attempt.declineReason()));
        var request = Stream.of(order.latestAttempt())
                .filter(attempt -> attempt.payment() == null)
                .map(attempt -> new RequestPayment(
                        order.paymentId(attempt), order.orderId(), attempt.number(), order.total(), attempt.method()));
        return Stream.<Object>concat(declines, request).toList();
    }

    private static Stream<Object> dispatch(OrderProgress order) {
        return order.lines().stream()
                .filter(Line::isStillOnTheShelf)
                .map(line -> new DispatchStock(line.productId(), order.orderId()));
    }

    private static List<Object> undo(OrderProgress order) {
        var stock = order.lines().stream()
                .filter(line -> !line.isUndone())
                .map(line ->
                        new UndoStock(line.productId(), order.orderId(), order.hasShipped() ? line.quantity() : 0));
        var money = order.attempts().stream()
                .filter(attempt -> attempt.isPending() || attempt.isCaptured())
                .map(attempt -> attempt.isPending()
                        ? new VoidPayment(order.paymentId(attempt))
                        : new RefundPayment(order.paymentId(attempt)));
        return Stream.<Object>concat(stock, money).toList();
    }

    private static Stream<Object> dueStep(OrderProgress order, Instant now) {
        return order
                .stepDueAt()
                .filter(dueAt -> !dueAt.isAfter(now))
                .<Object>map(dueAt -> stepOutOf(order).command(order.orderId()))
                .stream();
    }

    private static Step stepOutOf(OrderProgress order) {
        return switch (order.status()) {
            case CREATED -> order.isPaid() ? Step.START_PROCESSING : Step.PAYMENT_DUE;
            case PROCESSING -> Step.SHIP;
            case SHIPPING -> Step.DELIVER;
            case DELIVERED -> Step.ARCHIVE;
            case CANCELLED -> throw new IllegalStateException("nothing follows a cancellation by itself");
        };
    }
}
