package dev.daybook.order.payment;

import static dev.daybook.order.contract.Samples.TOTAL;
import static dev.daybook.order.contract.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.order.contract.LifecycleSettings;
import dev.daybook.order.contract.PaymentGateway;
import dev.daybook.order.contract.PaymentGateway.Answer;
import dev.daybook.order.contract.PaymentGateway.Answer.Captured;
import dev.daybook.order.contract.PaymentGateway.Answer.Declined;
import dev.daybook.order.contract.PaymentGateway.OutcomeUnknownException;
import dev.daybook.order.contract.PaymentId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatingAProviderTest {
    private final PaymentGateway gateway = approving(0.9);

    @Test
    void offersCardsFirst() {
        assertThat(gateway.methods()).containsExactly("card", "sim-approve", "sim-decline", "sim-timeout");
    }

    @Test
    void approvesAboutNineOfTenCards() {
        var approved = IntStream.range(0, 10_000)
                .mapToObj(n -> gateway.capture(new PaymentId("payment-" + n), TOTAL, "card"))
                .filter(Captured.class::isInstance)
                .count();

        assertThat(approved).isBetween(8_900L, 9_100L);
    }

    @Test
    void approvesAsConfigured() {
        assertThat(approving(0).capture(payment(1), TOTAL, "card")).isEqualTo(new Declined("card-declined"));
        assertThat(approving(1).capture(payment(1), TOTAL, "card")).isEqualTo(new Captured());
    }

    @Test
    void answersTheSamePaymentAlwaysTheSame() {
        for (var attempt = 1; attempt < 100; attempt++) {
            var first = gateway.capture(payment(attempt), TOTAL, "card");
            assertThat(approving(0.9).capture(payment(attempt), TOTAL, "card")).isEqualTo(first);
        }
    }

    @Test
    void answersAsForced() {
        assertThat(gateway.capture(payment(1), TOTAL, "sim-approve")).isEqualTo(new Captured());
        assertThat(gateway.capture(payment(1), TOTAL, "sim-decline")).isEqualTo(new Declined("simulated"));
        assertThat(gateway.capture(payment(1), TOTAL, "shells")).isEqualTo(new Declined("unknown-method"));
    }

    @Test
    void answersWhenAskedAgain() {
        assertThatThrownBy(() -> gateway.capture(payment(1), TOTAL, "sim-timeout"))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(() -> gateway.capture(payment(2), TOTAL, "sim-timeout"))
                .isInstanceOf(OutcomeUnknownException.class);

        Answer answer = gateway.capture(payment(1), TOTAL, "sim-timeout");

        assertThat(answer).isEqualTo(new Captured());
    }

    private static PaymentGateway approving(double rate) {
        var usual = LifecycleSettings.defaults();
        var payment = new LifecycleSettings.Payment(
                rate, usual.payment().retryDelay(), usual.payment().maxRetryDelay(), 10);
        return new SimulatedPaymentGateway(new LifecycleSettings(
                usual.paymentDue(),
                usual.processingAfter(),
                usual.shipsAfter(),
                usual.deliveryMin(),
                usual.deliveryMax(),
                usual.archivesAfter(),
                usual.batchSize(),
                usual.watchdog(),
                payment));
    }
}
