package dev.daybook.api.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.daybook.api.problem.Problems;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** A bucket of requests for every client: in memory, or where instances share a database, there. */
@Component
@EnableConfigurationProperties(RateLimitSettings.class)
public class RateLimits {
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final RateLimitSettings settings;
    private final Problems problems;
    private final @Nullable ProxyManager<String> shared;
    private final Cache<String, Bucket> buckets;

    RateLimits(RateLimitSettings settings, Problems problems, ObjectProvider<ProxyManager<String>> shared) {
        this.settings = settings;
        this.problems = problems;
        this.shared = shared.getIfAvailable();
        // a bucket that was left alone for a window is full again, so forgetting it changes nothing
        this.buckets = Caffeine.newBuilder()
                .maximumSize(settings.clients())
                .expireAfterAccess(WINDOW)
                .build();
    }

    /** A filter for the place in the security chain where the caller is known. */
    public RateLimitFilter filter() {
        return new RateLimitFilter(settings, this, problems);
    }

    Bucket bucket(String client, long perMinute) {
        if (shared == null)
            return buckets.get(
                    client, key -> Bucket.builder().addLimit(limit(perMinute)).build());
        return shared.builder()
                .build(
                        "requests " + client,
                        () -> BucketConfiguration.builder()
                                .addLimit(limit(perMinute))
                                .build());
    }

    private static Bandwidth limit(long perMinute) {
        return Bandwidth.builder()
                .capacity(perMinute)
                .refillGreedy(perMinute, WINDOW)
                .build();
    }
}
