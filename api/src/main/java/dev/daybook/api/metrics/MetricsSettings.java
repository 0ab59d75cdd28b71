package dev.daybook.api.metrics;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The figures read from the database.
 *
 * @param refresh how old they may be when they are scraped
 * @param bestSellers how many products have a label of their own
 * @param timersGrace how long a timer or task may be past due before it counts as overdue
 */
@Validated
@ConfigurationProperties("daybook.metrics")
record MetricsSettings(
        @DurationMin @DefaultValue("10s") Duration refresh,
        @Min(1) @Max(1000) @DefaultValue("20") int bestSellers,
        @DurationMin @DefaultValue("30s") Duration timersGrace) {}
