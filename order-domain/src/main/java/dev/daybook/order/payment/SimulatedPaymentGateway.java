package dev.daybook.order.payment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.daybook.catalog.contract.Money;
import dev.daybook.order.contract.LifecycleSettings;
import dev.daybook.order.contract.PaymentGateway;
import dev.daybook.order.contract.PaymentId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A provider that moves no money. Decides from the payment's id, so that the same payment always gets the same answer. */
@Component
@ConditionalOnProperty(name = "daybook.payment-gateway", havingValue = "simulated", matchIfMissing = true)
class SimulatedPaymentGateway implements PaymentGateway {
    private static final Set<String> METHODS = Collections.unmodifiableSet(
            new LinkedHashSet<>(List.of("card", "sim-approve", "sim-decline", "sim-timeout")));
    private static final int REMEMBERED = 10_000;

    private final double approvalRate;
    private final Cache<PaymentId, Boolean> asked =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    SimulatedPaymentGateway(LifecycleSettings settings) {
        approvalRate = settings.payment().approvalRate();
    }

    @Override
    public Set<String> methods() {
        return METHODS;
    }

    @Override
    public Answer capture(PaymentId payment, Money amount, String method) {
        return switch (method) {
            case "card" -> luck(payment) < approvalRate ? new Answer.Captured() : new Answer.Declined("card-declined");
            case "sim-approve" -> new Answer.Captured();
            case "sim-decline" -> new Answer.Declined("simulated");
            case "sim-timeout" -> answerWhenAskedAgain(payment);
            default -> new Answer.Declined("unknown-method");
        };
    }

    @Override
    public void refund(PaymentId payment, Money amount) {
        // nothing was taken, so there is nothing to give back
    }

    private Answer answerWhenAskedAgain(PaymentId payment) {
        if (asked.asMap().putIfAbsent(payment, true) == null)
            throw new OutcomeUnknownException("the simulated provider answers when asked again");
        return new Answer.Captured();
    }

    /** A number from 0 to below 1, evenly spread over the ids. */
    private static double luck(PaymentId payment) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(payment.value().getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(digest).getLong() >>> 11) * 0x1.0p-53;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
