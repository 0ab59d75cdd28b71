package dev.daybook.catalog.product;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How claims are looked after.
 *
 * @param patience after which it is looked into what came of a claim
 * @param sweepEvery between two sweeps
 */
@ConfigurationProperties("daybook.catalog.sku-claims")
record SkuClaimSettings(
        @DefaultValue("10m") Duration patience,
        @DefaultValue("1m") Duration sweepEvery) {
    SkuClaimSettings {
        if (patience.isNegative())
            throw new IllegalArgumentException("daybook.catalog.sku-claims.patience must not be negative");
        if (sweepEvery.toMillis() < 1)
            throw new IllegalArgumentException("daybook.catalog.sku-claims.sweep-every must be a millisecond or more");
    }
}
