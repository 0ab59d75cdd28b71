package dev.daybook.order.payment;

import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.TOTAL;
import static dev.daybook.order.contract.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.daybook.catalog.contract.Money;
import dev.daybook.order.contract.LifecycleSettings;
import dev.daybook.order.contract.OrderCommand.FlagOrder;
import dev.daybook.order.contract.OrderReceipt;
import dev.daybook.order.contract.OrderRefusal;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.order.contract.PaymentCommand;
import dev.daybook.order.contract.PaymentCommand.CapturePayment;
import dev.daybook.order.contract.PaymentCommand.ConfirmRefund;
import dev.daybook.order.contract.PaymentCommand.DeclinePayment;
import dev.daybook.order.contract.PaymentGateway;
import dev.daybook.order.contract.PaymentId;
import dev.daybook.order.contract.PaymentReceipt;
import dev.daybook.order.contract.PaymentStatus;
import dev.daybook.order.task.TaskDatabase;
import dev.daybook.testing.OnBothEngines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.utils.RecordingCommandBus;
import org.axonframework.tracing.NoOpSpanFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a real table, with a scheduler that runs when it is told to. */
@OnBothEngines
class AskingTheProviderTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final TaskDatabase database = new TaskDatabase();
    private final RecordingCommandBus commands = new RecordingCommandBus();
    private final Provider provider = new Provider();
    private final SettableClock time = new SettableClock();
    private final PaymentTaskDefinitions definitions = new PaymentTaskDefinitions(
            provider,
            LifecycleSettings.defaults(),
            DefaultCommandGateway.builder().commandBus(commands).build(),
            NoOpSpanFactory.INSTANCE);
    private final ManualScheduler scheduler = TestHelper.createManualScheduler(
                    database.dataSource(), List.of(definitions.capturePaymentTask(), definitions.refundPaymentTask()))
            .clock(time)
            .build();
    private final PaymentTasks tasks = new PaymentTasks(database.tasks(scheduler, Clock.fixed(NOW, ZoneOffset.UTC)));

    AskingTheProviderTest() {
        time.set(NOW);
        commands.setCallbackBehavior((command, metadata) -> answer(command));
    }

    @AfterEach
    void close() {}

    @Test
    void tellsThePaymentThatItWasCaptured() {
        tasks.capture(payment(1), ORDER, TOTAL, "card");
        passes(Duration.ZERO);

        assertThat(sent()).containsExactly(new CapturePayment(payment(1)));
        assertThat(commands.getDispatchedCommands().getFirst().getMetaData())
                .containsEntry("process", "payment-gateway");
        assertThat(database.count()).isZero();
    }

    @Test
    void tellsThePaymentThatItWasDeclined() {
        provider.declines = true;
        tasks.capture(payment(1), ORDER, TOTAL, "card");
        passes(Duration.ZERO);

        assertThat(sent()).containsExactly(new DeclinePayment(payment(1), "no-money"));
    }

    @Test
    void tellsThePaymentThatItWasRefunded() {
        tasks.refund(payment(1), ORDER, TOTAL);
        passes(Duration.ZERO);

        assertThat(sent()).containsExactly(new ConfirmRefund(payment(1)));
    }

    @Test
    void happensOnceThoughItIsWantedTwice() {
        tasks.capture(payment(1), ORDER, TOTAL, "card");
        tasks.capture(payment(1), ORDER, TOTAL, "card");
        passes(Duration.ZERO);

        assertThat(provider.asked).isOne();
    }

    @Test
    void happensAgainUntilTheAnswerIsDefinite() {
        provider.silent = true;
        tasks.capture(payment(1), ORDER, TOTAL, "card");
        passes(Duration.ZERO);
        passes(Duration.ofSeconds(1));
        assertThat(provider.asked).isEqualTo(2);

        provider.silent = false;
        passes(Duration.ofSeconds(1));
        assertThat(provider.asked).isEqualTo(2);
        passes(Duration.ofSeconds(1));

        assertThat(sent()).containsExactly(new CapturePayment(payment(1)));
    }

    @Test
    void asksForAPersonAfterTenTimesAndGoesOn() {
        provider.silent = true;
        tasks.refund(payment(1), ORDER, TOTAL);
        for (var minute = 1; minute < 10; minute++) passes(Duration.ofMinutes(1));
        assertThat(sent()).isEmpty();

        passes(Duration.ofMinutes(1));
        assertThat(sent()).containsExactly(new FlagOrder(ORDER, "refund-unanswered"));

        provider.silent = false;
        passes(Duration.ofMinutes(1));
        assertThat(sent()).contains(new ConfirmRefund(payment(1)));
    }

    @Test
    void asksForAPersonWhenThePaymentKnowsBetter() {
        provider.contradicts = true;
        tasks.capture(payment(1), ORDER, TOTAL, "card");
        passes(Duration.ZERO);

        assertThat(sent())
                .containsExactly(new CapturePayment(payment(1)), new FlagOrder(ORDER, "provider-contradicts-itself"));
        assertThat(database.count()).isZero();
    }

    private Object answer(Object command) {
        if (!(command instanceof PaymentCommand payment)) return new OrderReceipt(ORDER, 0, OrderStatus.CREATED);
        if (provider.contradicts) throw OrderRefusal.PAYMENT_STEP_NOT_POSSIBLE.because("it was declined before");
        return new PaymentReceipt(payment.paymentId(), 0, PaymentStatus.CAPTURED);
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

    private static final class Provider implements PaymentGateway {
        private boolean silent;
        private boolean declines;
        private boolean contradicts;
        private int asked;

        @Override
        public Set<String> methods() {
            return Set.of("card");
        }

        @Override
        public Answer capture(PaymentId payment, Money amount, String method) {
            asked++;
            if (silent) throw new OutcomeUnknownException("silent on purpose");
            return declines ? new Answer.Declined("no-money") : new Answer.Captured();
        }

        @Override
        public void refund(PaymentId payment, Money amount) {
            asked++;
            if (silent) throw new OutcomeUnknownException("silent on purpose");
        }
    }
}
