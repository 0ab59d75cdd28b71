package dev.daybook.api.order;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Following orders.
 *
 * @param maxPerUser streams an account may have open at once
 * @param max streams this instance has open at once
 * @param heartbeat how often a quiet stream shows that it is alive, and looks for itself
 * @param longest how long a stream may last before the client has to come again
 */
@Validated
@ConfigurationProperties("daybook.order-updates")
record OrderStreamSettings(
        @Min(1) @DefaultValue("10") int maxPerUser,
        @Min(1) @DefaultValue("2000") int max,
        @DurationMin(millis = 1) @DefaultValue("15s") Duration heartbeat,
        @DurationMin(millis = 1) @DefaultValue("30m") Duration longest) {}
