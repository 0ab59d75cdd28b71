package dev.daybook.identity.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.daybook.identity.contract.IdentityException;
import dev.daybook.identity.contract.IdentityProblem;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts in token buckets: in memory, or where instances share a database, there. Who cannot be counted is not let in. */
@Component
class BucketLogInThrottle implements LogInThrottle {
    private static final int MOST_BUCKETS = 100_000;

    private final Buckets accounts;
    private final Buckets addresses;

    BucketLogInThrottle(IdentitySettings settings, Clock clock, ObjectProvider<ProxyManager<String>> shared) {
        IdentitySettings.LogIn limits = settings.logIn();
        TimeMeter time = new ClockTime(clock);
        accounts = new Buckets("account", limits.failuresPerAccount(), limits.period(), time, shared.getIfAvailable());
        addresses = new Buckets("address", limits.failuresPerAddress(), limits.period(), time, shared.getIfAvailable());
    }

    @Override
    public Attempt admit(@Nullable String usernameKey, @Nullable String address) {
        Bucket ofAddress = address == null ? null : addresses.of(address);
        Bucket ofAccount = usernameKey == null ? null : accounts.of(usernameKey);
        if (ofAddress != null) take(ofAddress);
        try {
            if (ofAccount != null) take(ofAccount);
        } catch (IdentityException refused) {
            if (ofAddress != null) ofAddress.addTokens(1); // nothing was tried
            throw refused;
        }
        return () -> {
            if (ofAccount != null) ofAccount.reset();
            if (ofAddress != null) ofAddress.addTokens(1);
        };
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed())
            throw new IdentityException(
                    IdentityProblem.TOO_MANY_ATTEMPTS,
                    "too many failed attempts",
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static final class Buckets {
        private final String kind;
        private final Bandwidth limit;
        private final TimeMeter time;
        private final @Nullable ProxyManager<String> shared;
        private final Cache<String, Bucket> buckets;

        Buckets(String kind, int failures, Duration period, TimeMeter time, @Nullable ProxyManager<String> shared) {
            this.kind = kind;
            this.limit = Bandwidth.builder()
                    .capacity(failures)
                    .refillGreedy(failures, period)
                    .build();
            this.time = time;
            this.shared = shared;
            // a bucket left alone for the period is full again: forgetting it loses nothing
            buckets = Caffeine.newBuilder()
                    .maximumSize(MOST_BUCKETS)
                    .expireAfterAccess(period)
                    .build();
        }

        Bucket of(String key) {
            if (shared == null)
                return buckets.get(
                        key,
                        unused -> Bucket.builder()
                                .addLimit(limit)
                                .withCustomTimePrecision(time)
                                .build());
            return shared.builder()
                    .build(
                            "log-ins " + kind + " " + key,
                            () -> BucketConfiguration.builder().addLimit(limit).build());
        }
    }

    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
