package dev.daybook.api.order;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Following orders.
 *
 * @param maxPerUser streams an account may have open at once
 * @param max streams this instance has open at once
 * @param heartbeat how often a quiet stream shows that it is alive, and looks for itself
 * @param longest how long a stream may last before the client has to come again
 */
@ConfigurationProperties("daybook.order-updates")
record OrderStreamSettings(
        @DefaultValue("10") int maxPerUser,
        @DefaultValue("2000") int max,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("30m") Duration longest) {}
