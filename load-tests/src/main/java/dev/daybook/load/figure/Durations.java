package dev.daybook.load.figure;

import java.time.Duration;
import java.util.Arrays;

/** Every duration of a run, so that percentiles are exact; a million of them take 8 MB. */
public final class Durations {
    private long[] nanos = new long[1024];
    private int size;

    public synchronized void add(Duration duration) {
        if (size == nanos.length) nanos = Arrays.copyOf(nanos, size * 2);
        nanos[size++] = duration.toNanos();
    }

    public synchronized Duration sum() {
        return Duration.ofNanos(Arrays.stream(nanos, 0, size).sum());
    }

    public synchronized int size() {
        return size;
    }

    /** All zero where there is none. */
    public synchronized Latency latency() {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return new Latency(at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    /** The smallest that is not exceeded by the given share of all. */
    private static double at(long[] sorted, double share) {
        if (sorted.length == 0) return 0;
        int rank = (int) Math.ceil(share * sorted.length);
        return Rounding.toThree(sorted[Math.max(0, rank - 1)] / 1e6);
    }
}
