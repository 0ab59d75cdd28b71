package dev.daybook.api.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Requests a minute.
 *
 * @param anonymousPerMinute for each address that shows no good token
 * @param userPerMinute for each account
 * @param clients how many addresses and accounts are kept count of at once
 */
@ConfigurationProperties("daybook.rate-limit")
record RateLimitSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("100") long anonymousPerMinute,
        @DefaultValue("600") long userPerMinute,
        @DefaultValue("100000") long clients) {}
