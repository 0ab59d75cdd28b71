package dev.daybook.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as rows hold them: microseconds since 1970, which no time zone of a driver or a session can bend. */
public final class Micros {
    private static final Instant FIRST = toInstant(Long.MIN_VALUE);
    private static final Instant LAST = toInstant(Long.MAX_VALUE);

    private Micros() {}

    /** What lies beyond becomes the first or the last instant that there is. */
    public static long of(Instant instant) {
        if (instant.isBefore(FIRST)) return Long.MIN_VALUE;
        if (instant.isAfter(LAST)) return Long.MAX_VALUE;
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    public static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
