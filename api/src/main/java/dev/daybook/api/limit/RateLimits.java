package dev.daybook.api.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.daybook.api.problem.Problems;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** A bucket of requests for every client. */
@Component
@EnableConfigurationProperties(RateLimitSettings.class)
public class RateLimits {
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final RateLimitSettings settings;
    private final Problems problems;
    private final Cache<String, Bucket> buckets;

    RateLimits(RateLimitSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
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
        return buckets.get(
                client,
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                        .build());
    }
}
