package dev.daybook.api.metrics;

import java.time.Duration;
import java.util.stream.LongStream;

/** Upper bounds of histograms. */
public final class Buckets {
    private Buckets() {}

    /** From a millisecond to where everybody has given up. */
    public static Duration[] durations() {
        return LongStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
                .mapToObj(Duration::ofMillis)
                .toArray(Duration[]::new);
    }
}
