package dev.daybook.order.lifecycle;

import dev.daybook.cart.contract.CartEvent.CartCheckedOut;
import dev.daybook.catalog.contract.ConcernsOrder;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.order.contract.LifecycleSettings;
import dev.daybook.order.contract.OrderCommand.FlagOrder;
import dev.daybook.order.contract.OrderEvent.OrderFlagged;
import dev.daybook.order.lifecycle.Decisions.Timer;
import dev.daybook.order.lifecycle.OrderWatch.Watched;
import dev.daybook.order.payment.PaymentTasks;
import dev.daybook.order.task.Sender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings on what stands still, whatever was lost: a saga, a timer, a task, an answer, a token. Knows an order from its
 * events alone, and asks every step again that may have been asked before.
 */
@Component
class OrderWatchdog {
    private static final Logger log = LoggerFactory.getLogger(OrderWatchdog.class);
    private static final int ORDERS_PER_ROUND = 100;
    private static final Duration RARELY = Duration.ofHours(1);

    private final OrderWatch watch;
    private final EventStore events;
    private final PaymentTasks payments;
    private final Sender sender;
    private final LifecycleSettings.Watchdog settings;
    private final Clock clock;

    OrderWatchdog(
            OrderWatch watch,
            EventStore events,
            PaymentTasks payments,
            CommandGateway commands,
            LifecycleSettings settings,
            Clock clock) {
        this.watch = watch;
        this.events = events;
        this.payments = payments;
        this.sender = new Sender(commands, "order-watchdog");
        this.settings = settings.watchdog();
        this.clock = clock;
    }

    /** Looks at the orders that are overdue the longest; one that fails does not keep the others waiting. */
    void goRound() {
        // while the book is away, the round fails as a whole: no order is to blame for that
        events.createHeadToken();
        for (var watched : watch.dueUntil(clock.instant().minus(settings.grace()), ORDERS_PER_ROUND)) {
            try {
                bringOn(watched);
            } catch (RuntimeException e) {
                log.warn("{} could not be brought on", watched.order(), e);
                noteNoProgress(watched, clock.instant());
            }
        }
    }

    private void bringOn(Watched watched) {
        var before = read(watched.order());
        if (!before.progress().hasBegun()) createAgain(watched);
        var order = goAsFarAsPossible(watched.order());
        var now = clock.instant();

        if (order.isFinished()) watch.forget(watched);
        else if (waitsForTime(order, now).isPresent())
            watch.postpone(watched, waitsForTime(order, now).get(), 0);
        else if (order.isWaitingForRefund()) watch.postpone(watched, now.plus(RARELY), 0);
        else if (order.isWaitingForProvider() || read(watched.order()).length() > before.length())
            watch.postpone(watched, now, 0);
        else noteNoProgress(watched, now);
    }

    /** What steps bring about is read from the events again, because answers do not say when the next step is due. */
    private OrderProgress goAsFarAsPossible(OrderId id) {
        for (var story = read(id); ; ) {
            var order = story.progress();
            if (!order.hasBegun()) return order;
            new StepByStep(sender).proceed(order, clock.instant());
            makeSureOfTasks(order);
            var after = read(id);
            if (after.length() == story.length()) return order;
            story = after;
        }
    }

    private static Optional<Instant> waitsForTime(OrderProgress order, Instant now) {
        if (!order.hasBegun() || order.isWaitingForProvider()) return Optional.empty();
        return Decisions.timer(order).map(Timer::dueAt).filter(now::isBefore);
    }

    private void makeSureOfTasks(OrderProgress order) {
        for (var attempt : order.attempts()) {
            var payment = order.paymentId(attempt);
            if (attempt.isPending()) payments.capture(payment, order.orderId(), order.total(), attempt.method());
            if (attempt.isBeingRefunded()) payments.refund(payment, order.orderId(), order.total());
        }
    }

    private void createAgain(Watched watched) {
        if (watched.cart() == null) return;
        events.readEvents(watched.cart().value(), 0)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .filter(CartCheckedOut.class::isInstance)
                .map(CartCheckedOut.class::cast)
                .filter(checkout -> checkout.orderId().equals(watched.order()))
                .findFirst()
                .ifPresent(checkout -> WhenCartCheckedOutThenCreateOrder.create(checkout, sender));
    }

    private void noteNoProgress(Watched watched, Instant now) {
        var attempts = watched.attempts() + 1;
        if (attempts < settings.maxAttempts()) {
            watch.postpone(watched, now, attempts);
            return;
        }
        log.error("{} does not come to its end by itself", watched.order());
        watch.postpone(watched, now.plus(RARELY), attempts); // first, so that it cannot keep the others waiting
        sender.send(new FlagOrder(watched.order(), "no-progress"));
    }

    /** What is known from the events, and how many there are; those that only ask for a person do not count. */
    private record Story(OrderProgress progress, long length) {}

    private Story read(OrderId id) {
        var progress = new OrderProgress();
        var length = follow(id.value(), progress);
        for (var attempt : progress.attempts())
            length += follow(progress.paymentId(attempt).value(), progress);
        return new Story(progress, length);
    }

    private long follow(String aggregate, OrderProgress progress) {
        var length = 0;
        for (var stream = events.readEvents(aggregate); stream.hasNext(); ) {
            var event = (ConcernsOrder) stream.next().getPayload();
            progress.learn(event);
            if (!(event instanceof OrderFlagged)) length++;
        }
        return length;
    }
}
