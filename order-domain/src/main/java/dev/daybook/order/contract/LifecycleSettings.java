package dev.daybook.order.contract;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the steps of an order take; all durations may be zero.
 *
 * @param paymentDue from creation until an unpaid order is cancelled
 * @param processingAfter from creation until a paid order is processed, at the earliest
 * @param shipsAfter from processing until the order ships
 * @param deliveryMin the shortest delivery
 * @param deliveryMax the longest delivery
 * @param archivesAfter from delivery until the order leaves the active lists
 * @param batchSize how many events the process handles in one transaction
 */
@ConfigurationProperties("daybook.lifecycle")
public record LifecycleSettings(
        @DefaultValue("15m") Duration paymentDue,
        @DefaultValue("5s") Duration processingAfter,
        @DefaultValue("5s") Duration shipsAfter,
        @DefaultValue("60s") Duration deliveryMin,
        @DefaultValue("300s") Duration deliveryMax,
        @DefaultValue("5m") Duration archivesAfter,
        @DefaultValue("20") int batchSize,
        @DefaultValue Watchdog watchdog,
        @DefaultValue Payment payment) {

    public LifecycleSettings {
        requireNotNegative("payment-due", paymentDue);
        requireNotNegative("processing-after", processingAfter);
        requireNotNegative("ships-after", shipsAfter);
        requireNotNegative("delivery-min", deliveryMin);
        requireNotNegative("archives-after", archivesAfter);
        require(batchSize > 0, "batch-size must be positive");
        require(deliveryMax.compareTo(deliveryMin) >= 0, "delivery-max must not be below delivery-min");
    }

    /** What holds where nothing is configured. */
    public static LifecycleSettings defaults() {
        return new LifecycleSettings(
                Duration.ofMinutes(15),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofSeconds(300),
                Duration.ofMinutes(5),
                20,
                new Watchdog(Duration.ofSeconds(10), Duration.ofSeconds(30), 5),
                new Payment(0.9, Duration.ofSeconds(1), Duration.ofMinutes(1), 10));
    }

    /**
     * How orders that stand still are brought on.
     *
     * @param interval between two rounds
     * @param grace how long after its next step was due an order is left alone
     * @param maxAttempts without progress until a person is asked
     */
    public record Watchdog(
            @DefaultValue("10s") Duration interval,
            @DefaultValue("30s") Duration grace,
            @DefaultValue("5") int maxAttempts) {
        public Watchdog {
            require(interval.isPositive(), "watchdog.interval must be positive");
            requireNotNegative("watchdog.grace", grace);
            require(maxAttempts > 0, "watchdog.max-attempts must be positive");
        }
    }

    /**
     * How payment providers are asked.
     *
     * @param approvalRate what share of payments the simulated provider approves, 0 to 1
     * @param retryDelay until a provider without a definite answer is asked again; doubles each time
     * @param maxRetryDelay where the doubling ends
     * @param maxAttempts without a definite answer until a person is asked
     */
    public record Payment(
            @DefaultValue("0.9") double approvalRate,
            @DefaultValue("1s") Duration retryDelay,
            @DefaultValue("1m") Duration maxRetryDelay,
            @DefaultValue("10") int maxAttempts) {
        public Payment {
            require(approvalRate >= 0 && approvalRate <= 1, "payment.approval-rate must be between 0 and 1");
            requireNotNegative("payment.retry-delay", retryDelay);
            require(maxRetryDelay.compareTo(retryDelay) >= 0, "payment.max-retry-delay must not be below retry-delay");
            require(maxAttempts > 0, "payment.max-attempts must be positive");
        }
    }

    private static void requireNotNegative(String name, Duration duration) {
        require(!duration.isNegative(), name + " must not be negative");
    }

    private static void require(boolean holds, String message) {
        if (!holds) throw new IllegalArgumentException("daybook.lifecycle." + message);
    }
}
