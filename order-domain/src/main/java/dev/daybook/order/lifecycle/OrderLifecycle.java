package dev.daybook.order.lifecycle;

import static dev.daybook.order.contract.CancellationReason.PAYMENT_TIMEOUT;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.daybook.catalog.contract.ConcernsOrder;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.StockEvent.StockRejected;
import dev.daybook.catalog.contract.StockEvent.StockReserved;
import dev.daybook.order.contract.Actor;
import dev.daybook.order.contract.OrderCommand;
import dev.daybook.order.contract.OrderCommand.ArchiveOrder;
import dev.daybook.order.contract.OrderCommand.CancelOrder;
import dev.daybook.order.contract.OrderCommand.DeliverOrder;
import dev.daybook.order.contract.OrderCommand.ShipOrder;
import dev.daybook.order.contract.OrderCommand.StartProcessing;
import dev.daybook.order.contract.OrderEvent.OrderArchived;
import dev.daybook.order.contract.OrderEvent.OrderCancelled;
import dev.daybook.order.contract.OrderEvent.OrderCreated;
import dev.daybook.order.contract.OrderEvent.OrderDelivered;
import dev.daybook.order.contract.OrderEvent.OrderPaid;
import dev.daybook.order.contract.OrderEvent.OrderPaymentRetried;
import dev.daybook.order.contract.OrderEvent.OrderProcessingStarted;
import dev.daybook.order.contract.OrderEvent.OrderShipped;
import dev.daybook.order.contract.OrderEvent.OrderStockReserved;
import dev.daybook.order.contract.PaymentEvent.PaymentCaptured;
import dev.daybook.order.contract.PaymentEvent.PaymentDeclined;
import dev.daybook.order.contract.PaymentEvent.PaymentRefunded;
import dev.daybook.order.lifecycle.Decisions.Timer;
import java.time.Clock;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Carries an order from CREATED to DELIVERED, or undoes what was done for it. What to do next is decided in
 * {@link Decisions}; here is only when to look.
 */
@Saga
@ProcessingGroup(OrderLifecycle.PROCESSING_GROUP)
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
public class OrderLifecycle {
    /** The event processor of the process: saga and reactions, in one segment, with the commands nested. */
    public static final String PROCESSING_GROUP = "lifecycle";

    /** The event processor that opens orders, apart from the others' steps, so that no checkout waits behind them. */
    public static final String OPENING_GROUP = "order-opening";

    /** The event processor that keeps the watchdog's table. */
    public static final String WATCH_GROUP = "order-watch";

    private static final String ORDER = "orderId";

    private OrderProgress progress = new OrderProgress();
    private @Nullable Timer timer;

    public OrderLifecycle() {} // Axon creates and restores sagas reflectively

    /** What becomes due by the passing of time. */
    public enum Step {
        PAYMENT_DUE,
        START_PROCESSING,
        SHIP,
        DELIVER,
        ARCHIVE;

        /** What a timer of this step sends; the order itself checks whether it is still in place. */
        public OrderCommand command(OrderId order) {
            return switch (this) {
                case PAYMENT_DUE -> new CancelOrder(order, PAYMENT_TIMEOUT, Actor.LIFECYCLE, null);
                case START_PROCESSING -> new StartProcessing(order, null);
                case SHIP -> new ShipOrder(order, null);
                case DELIVER -> new DeliverOrder(order, null);
                case ARCHIVE -> new ArchiveOrder(order);
            };
        }
    }

    // --- reserve stock of every line, then ask for the money

    @StartSaga
    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderCreated event, StepByStep steps, OrderTimers timers, Clock clock) {
        follow(event, steps, timers, clock);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(StockReserved event, StepByStep steps, OrderTimers timers, Clock clock) {
        follow(event, steps, timers, clock);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderStockReserved event, StepByStep steps, OrderTimers timers, Clock clock) {
        follow(event, steps, timers, clock);
    }

    // --- paid, or paid again

    @SagaEventHandler(associationProperty = ORDER)
    void on(PaymentCaptured event, StepByStep steps, OrderTimers timers, Clock clock) {
        follow(event, steps, timers, clock);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(PaymentDeclined event, StepByStep steps, OrderTimers timers, Clock clock) {
        follow(event, steps, timers, clock);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderPaymentRetried event, StepByStep steps, OrderTimers timers, Clock clock) {
        follow(event, steps, timers, clock);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderPaid event, StepByStep steps, OrderTimers timers, Clock clock) {
        follow(event, steps, timers, clock);
    }

    // --- packed, shipped, delivered, archived

    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderProcessingStarted event, StepByStep steps, OrderTimers timers, Clock clock) {
        follow(event, steps, timers, clock);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderShipped event, StepByStep steps, OrderTimers timers, Clock clock) {
        follow(event, steps, timers, clock);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderDelivered event, StepByStep steps, OrderTimers timers, Clock clock) {
        follow(event, steps, timers, clock);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderArchived event, StepByStep steps, OrderTimers timers, Clock clock) {
        follow(event, steps, timers, clock);
    }

    // --- called off: give stock and money back

    @SagaEventHandler(associationProperty = ORDER)
    void on(StockRejected event, StepByStep steps, OrderTimers timers, Clock clock) {
        follow(event, steps, timers, clock);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderCancelled event, StepByStep steps, OrderTimers timers, Clock clock) {
        follow(event, steps, timers, clock);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(PaymentRefunded event, StepByStep steps, OrderTimers timers, Clock clock) {
        follow(event, steps, timers, clock);
    }

    private void follow(ConcernsOrder event, StepByStep steps, OrderTimers timers, Clock clock) {
        progress.learn(event);
        try {
            steps.proceed(progress, clock.instant());
        } finally { // an order that cannot go on falls due all the same
            waitFor(Decisions.timer(progress).orElse(null), timers, clock);
        }
        if (progress.isFinished()) SagaLifecycle.end();
    }

    private void waitFor(@Nullable Timer wanted, OrderTimers timers, Clock clock) {
        if (Objects.equals(wanted, timer)) return;
        // one that was due has fired, or will and do no harm
        if (timer != null && timer.dueAt().isAfter(clock.instant())) timers.cancel(progress.orderId(), timer.step());
        if (wanted != null) timers.schedule(progress.orderId(), wanted.step(), wanted.dueAt());
        timer = wanted;
    }
}
