package dev.daybook.api.limit;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Requests a minute.
 *
 * @param anonymousPerMinute for each address that shows no good token
 * @param userPerMinute for each account
 * @param clients how many addresses and accounts are kept count of at once
 */
@Validated
@ConfigurationProperties("daybook.rate-limit")
record RateLimitSettings(
        @DefaultValue("true") boolean enabled,
        @Min(1) @DefaultValue("100") long anonymousPerMinute,
        @Min(1) @DefaultValue("600") long userPerMinute,
        @Min(1) @DefaultValue("100000") long clients) {}
