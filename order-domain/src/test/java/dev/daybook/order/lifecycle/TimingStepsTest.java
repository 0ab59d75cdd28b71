package dev.daybook.order.lifecycle;

import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.lifecycle.OrderLifecycle.Step.PAYMENT_DUE;
import static dev.daybook.order.lifecycle.OrderLifecycle.Step.SHIP;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.daybook.order.contract.Actor;
import dev.daybook.order.contract.CancellationReason;
import dev.daybook.order.contract.OrderCommand.CancelOrder;
import dev.daybook.order.contract.OrderCommand.ShipOrder;
import dev.daybook.order.contract.OrderReceipt;
import dev.daybook.order.contract.OrderRefusal;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.order.contract.Samples;
import dev.daybook.order.task.TaskDatabase;
import dev.daybook.testing.OnBothEngines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.test.utils.CallbackBehavior;
import org.axonframework.test.utils.RecordingCommandBus;
import org.axonframework.tracing.NoOpSpanFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a real table, with a scheduler that runs when it is told to. */
@OnBothEngines
class TimingStepsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final TaskDatabase database = new TaskDatabase();
    private final RecordingCommandBus commands = new RecordingCommandBus();
    private final SettableClock time = new SettableClock();
    private final ManualScheduler scheduler = TestHelper.createManualScheduler(
                    database.dataSource(),
                    List.of(new LifecycleConfiguration()
                            .orderTimerTask(
                                    DefaultCommandGateway.builder()
                                            .commandBus(commands)
                                            .build(),
                                    NoOpSpanFactory.INSTANCE)))
            .clock(time)
            .build();
    private final OrderTimers timers =
            new DurableOrderTimers(database.tasks(scheduler, Clock.fixed(NOW, ZoneOffset.UTC)));

    TimingStepsTest() {
        time.set(NOW);
        answering((command, metadata) -> new OrderReceipt(ORDER, 0, OrderStatus.CANCELLED));
    }

    @AfterEach
    void close() {}

    @Test
    void sendsTheStepWhenItIsDue() {
        timers.schedule(ORDER, PAYMENT_DUE, NOW.plusSeconds(10));

        passes(Duration.ofSeconds(9));
        assertThat(sent()).isEmpty();

        passes(Duration.ofSeconds(1));
        assertThat(sent())
                .containsExactly(new CancelOrder(ORDER, CancellationReason.PAYMENT_TIMEOUT, Actor.LIFECYCLE, null));
        assertThat(database.count()).isZero();
    }

    @Test
    void carriesWhoAskedAndWhatItBelongsTo() {
        var event = new GenericEventMessage<>(
                Samples.created(), MetaData.from(Map.of("actor", "user-1", "requestId", "r-1", "process", "checkout")));
        var handling = DefaultUnitOfWork.startAndGet(event);
        handling.registerCorrelationDataProvider(new SimpleCorrelationDataProvider("actor", "requestId", "process"));
        timers.schedule(ORDER, SHIP, NOW);
        handling.commit();

        passes(Duration.ZERO);

        assertThat(commands.getDispatchedCommands().getFirst().getMetaData())
                .containsEntry("actor", "user-1")
                .containsEntry("requestId", "r-1")
                .containsEntry("process", "order-lifecycle");
    }

    @Test
    void sendsNothingOnceCancelled() {
        timers.schedule(ORDER, SHIP, NOW.plusSeconds(10));
        timers.cancel(ORDER, SHIP);

        passes(Duration.ofMinutes(1));

        assertThat(sent()).isEmpty();
    }

    @Test
    void doesNotMindBeingScheduledOrCancelledTwice() {
        timers.schedule(ORDER, SHIP, NOW.plusSeconds(10));
        timers.schedule(ORDER, SHIP, NOW.plusSeconds(20));
        timers.cancel(ORDER, PAYMENT_DUE);

        passes(Duration.ofSeconds(19));
        assertThat(sent()).isEmpty();

        passes(Duration.ofSeconds(1));
        assertThat(sent()).containsExactly(new ShipOrder(ORDER, null));
        timers.cancel(ORDER, SHIP);
    }

    @Test
    void takesARefusalForAnAnswer() {
        answering((command, metadata) -> {
            throw OrderRefusal.STEP_NOT_POSSIBLE.because("cancelled meanwhile");
        });
        timers.schedule(ORDER, SHIP, NOW);

        passes(Duration.ZERO);

        assertThat(sent()).hasSize(1);
        assertThat(database.count()).isZero();
    }

    @Test
    void triesAgainAfterAFailureEachTimeLater() {
        answering((command, metadata) -> {
            throw new ConcurrencyException("somebody else was faster");
        });
        timers.schedule(ORDER, SHIP, NOW);

        passes(Duration.ZERO);
        assertThat(sent()).hasSize(1);
        passes(Duration.ofSeconds(1));
        assertThat(sent()).hasSize(2);
        passes(Duration.ofSeconds(1));
        assertThat(sent()).hasSize(2);
        passes(Duration.ofSeconds(1));
        assertThat(sent()).hasSize(3);
    }

    private void answering(CallbackBehavior answer) {
        commands.setCallbackBehavior(answer);
    }

    private void passes(Duration duration) {
        scheduler.tick(duration);
        scheduler.runAnyDueExecutions();
    }

    private List<Object> sent() {
        return commands.getDispatchedCommands().stream()
                .<Object>map(CommandMessage::getPayload)
                .toList();
    }
}
