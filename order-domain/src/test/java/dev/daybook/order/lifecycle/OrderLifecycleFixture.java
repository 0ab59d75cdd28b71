package dev.daybook.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.Refusal;
import dev.daybook.catalog.contract.ReservationStatus;
import dev.daybook.catalog.contract.StockCommand;
import dev.daybook.catalog.contract.StockCommand.DispatchStock;
import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import dev.daybook.catalog.contract.StockCommand.UndoStock;
import dev.daybook.catalog.contract.StockReceipt;
import dev.daybook.order.contract.OrderCommand;
import dev.daybook.order.contract.OrderCommand.CancelOrder;
import dev.daybook.order.contract.OrderCommand.StartProcessing;
import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.OrderReceipt;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.order.contract.PaymentCommand;
import dev.daybook.order.contract.PaymentCommand.RefundPayment;
import dev.daybook.order.contract.PaymentCommand.RequestPayment;
import dev.daybook.order.contract.PaymentCommand.VoidPayment;
import dev.daybook.order.contract.PaymentEvent;
import dev.daybook.order.contract.PaymentReceipt;
import dev.daybook.order.contract.PaymentStatus;
import dev.daybook.order.lifecycle.OrderLifecycle.Step;
import dev.daybook.order.task.Sender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.saga.FixtureExecutionResult;
import org.axonframework.test.saga.SagaTestFixture;

/**
 * Tests the way of an order in the words of the domain, on a virtual clock.
 *
 * <pre>{@code
 * OrderLifecycleFixture.forOrder()
 *         .given(created())
 *         .given(paid())
 *         .whenTimePasses(Duration.ofSeconds(5))
 *         .expectCommands(new StartProcessing(ORDER, null));
 * }</pre>
 *
 * <p>The clock follows the events: one that happened later than now moves it on. Timers fire when time passes, also that
 * until the next event, and send the command of their step. Commands go nowhere; they are answered as if all went well, unless told otherwise by
 * {@link #answering}, {@link #refusing} or {@link #withoutStockOf}.
 */
public final class OrderLifecycleFixture {
    private final SagaTestFixture<OrderLifecycle> saga = new SagaTestFixture<>(OrderLifecycle.class);
    private final VirtualClock clock = new VirtualClock();
    private final VirtualTimers timers = new VirtualTimers();
    private final Map<Class<?>, Function<Object, Object>> answers = new HashMap<>();
    private final CommandGateway gateway =
            DefaultCommandGateway.builder().commandBus(saga.getCommandBus()).build();

    private OrderLifecycleFixture() {
        saga.registerResource(clock);
        saga.registerResource(timers);
        saga.registerResource(new StepByStep(new Sender(gateway, "order-lifecycle")));
        saga.setCallbackBehavior((command, metadata) -> answerTo(command));
    }

    /** An order that nothing has happened to, in a world where everything works. */
    public static OrderLifecycleFixture forOrder() {
        return new OrderLifecycleFixture();
    }

    // --- the world

    /** From now on {@code answer} makes the receipt of such commands; what it throws is thrown at the process. */
    public <C> OrderLifecycleFixture answering(Class<C> command, Function<C, Object> answer) {
        answers.put(command, sent -> answer.apply(command.cast(sent)));
        return this;
    }

    /** From now on such commands are refused. */
    public OrderLifecycleFixture refusing(Class<?> command, Refusal refusal) {
        return answering(command, sent -> {
            throw refusal.because("as the test wants it");
        });
    }

    /** Reservations of {@code product} are rejected, those of other products are granted. */
    public OrderLifecycleFixture withoutStockOf(ProductId product) {
        return answering(
                ReserveStock.class,
                reserve -> stock(
                        reserve,
                        reserve.productId().equals(product) ? ReservationStatus.REJECTED : ReservationStatus.RESERVED));
    }

    /** The order was cancelled, but the process has not heard of it yet. */
    public OrderLifecycleFixture withOrderAlreadyCancelled() {
        answering(OrderCommand.ConfirmStock.class, command -> order(command, OrderStatus.CANCELLED));
        answering(OrderCommand.ConfirmPayment.class, command -> order(command, OrderStatus.CANCELLED));
        return answering(OrderCommand.ConfirmDecline.class, command -> order(command, OrderStatus.CANCELLED));
    }

    /** Voiding a payment finds that its capture came first. */
    public OrderLifecycleFixture withCaptureFirst() {
        return answering(VoidPayment.class, command -> payment(command, PaymentStatus.CAPTURED));
    }

    // --- what happened

    /** The process has seen these events, in this order. */
    public OrderLifecycleFixture given(Object... events) {
        for (var event : events) {
            passTimeUntil(happened(event));
            saga.givenAPublished(event);
        }
        return this;
    }

    /** Time has passed, and timers have fired. */
    public OrderLifecycleFixture givenTimePassed(Duration duration) {
        passTimeUntil(clock.instant().plus(duration));
        return this;
    }

    public Result when(Object event) {
        passTimeUntil(happened(event));
        return new Result(saga.whenPublishingA(event));
    }

    public Result whenTimePasses(Duration duration) {
        var result = saga.whenTimeElapses(Duration.ZERO);
        passTimeUntil(clock.instant().plus(duration));
        return new Result(result);
    }

    /** What is to be seen after the last event, or after the time that has passed. */
    public final class Result {
        private final FixtureExecutionResult result;

        private Result(FixtureExecutionResult result) {
            this.result = result.expectSuccessfulHandlerExecution();
        }

        /** Exactly these commands were sent, in this order. */
        public Result expectCommands(Object... commands) {
            result.expectDispatchedCommands(commands);
            return this;
        }

        public Result expectNoCommands() {
            result.expectNoDispatchedCommands();
            return this;
        }

        /** This is the one timer that runs. */
        public Result expectTimer(Step step, Instant dueAt) {
            assertThat(timers.due).as("timers").containsExactly(Map.entry(step, dueAt));
            return this;
        }

        public Result expectNoTimers() {
            assertThat(timers.due).as("timers").isEmpty();
            return this;
        }

        /** The process has come to its end. */
        public Result expectEnded() {
            result.expectActiveSagas(0);
            return expectNoTimers();
        }

        /** The process waits for something. */
        public Result expectOngoing() {
            result.expectActiveSagas(1);
            return this;
        }
    }

    // --- answers when all goes well

    private Object answerTo(Object command) {
        for (var known : answers.entrySet()) {
            if (known.getKey().isInstance(command)) return known.getValue().apply(command);
        }
        return switch (command) {
            case ReserveStock c -> stock(c, ReservationStatus.RESERVED);
            case DispatchStock c -> stock(c, ReservationStatus.DISPATCHED);
            case UndoStock c -> stock(c, ReservationStatus.UNDONE);
            case StartProcessing c -> order(c, OrderStatus.PROCESSING);
            case OrderCommand.ShipOrder c -> order(c, OrderStatus.SHIPPING);
            case OrderCommand.DeliverOrder c -> order(c, OrderStatus.DELIVERED);
            case OrderCommand.ArchiveOrder c -> order(c, OrderStatus.DELIVERED);
            case CancelOrder c -> order(c, OrderStatus.CANCELLED);
            case OrderCommand c -> order(c, OrderStatus.CREATED);
            case RequestPayment c -> payment(c, PaymentStatus.PENDING);
            case VoidPayment c -> payment(c, PaymentStatus.VOIDED);
            case RefundPayment c -> payment(c, PaymentStatus.REFUND_REQUESTED);
            default -> throw new AssertionError("the process never sends " + command);
        };
    }

    /** The answer of a stock. */
    public static StockReceipt stock(StockCommand command, ReservationStatus now) {
        return new StockReceipt(command.productId(), 0, now);
    }

    /** The answer of an order. */
    public static OrderReceipt order(OrderCommand command, OrderStatus now) {
        return new OrderReceipt(command.orderId(), 0, now);
    }

    /** The answer of a payment. */
    public static PaymentReceipt payment(PaymentCommand command, PaymentStatus now) {
        return new PaymentReceipt(command.paymentId(), 0, now);
    }

    private Instant happened(Object event) {
        return switch (event) {
            case OrderEvent e -> e.at();
            case PaymentEvent e -> e.at();
            default -> clock.instant();
        };
    }

    private void passTimeUntil(Instant until) {
        for (var next = timers.dueUntil(until); next.isPresent(); next = timers.dueUntil(until)) {
            clock.moveTo(next.get().getValue());
            timers.due.remove(next.get().getKey());
            gateway.sendAndWait(next.get().getKey().command(timers.order));
        }
        clock.moveTo(until);
    }

    private static final class VirtualTimers implements OrderTimers {
        private final Map<Step, Instant> due = new LinkedHashMap<>();
        private OrderId order;

        @Override
        public void schedule(OrderId order, Step step, Instant dueAt) {
            this.order = order;
            due.put(step, dueAt);
        }

        @Override
        public void cancel(OrderId order, Step step) {
            due.remove(step);
        }

        private Optional<Map.Entry<Step, Instant>> dueUntil(Instant until) {
            return due.entrySet().stream()
                    .filter(timer -> !timer.getValue().isAfter(until))
                    .map(Map.Entry::copyOf)
                    .min(Comparator.comparing(Map.Entry::getValue));
        }
    }

    private static final class VirtualClock extends Clock {
        private Instant now = Instant.EPOCH;

        private void moveTo(Instant instant) {
            if (instant.isAfter(now)) now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
