package dev.daybook.load.figure;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that was measured.
 *
 * @param name the scenario's
 * @param engine {@code embedded}, {@code mysql}, or {@code none} where there is no database
 * @param clients how many were busy at the same time
 * @param seconds how long was measured
 * @param errors operations that failed; they are not among the {@code operations}
 * @param ms how long an operation took
 * @param cpuMsPerOperation CPU time of all processes in those seconds, by operation
 * @param rssMb memory of the server at the end
 * @param loadAverage of the machine, before
 * @param more what only this kind of figure has
 * @param at when the measuring ended
 */
public record Figure(
        String name,
        String engine,
        int clients,
        double seconds,
        long operations,
        double perSecond,
        long errors,
        Latency ms,
        Cpu cpuMsPerOperation,
        long rssMb,
        double loadAverage,
        Map<String, Object> more,
        Instant at) {
    private static final String LINE = "%-22s %-9s %3s %8s %9s %9s %9s %9s %9s %8s %8s %7s %6s";

    public static final String HEADER = LINE.formatted(
            "figure", "engine", "cl", "ops", "ops/s", "p50 ms", "p95 ms", "p99 ms", "max ms", "cpu srv", "cpu db",
            "rss MB", "errors");

    public Figure {
        more = new TreeMap<>(more);
    }

    public static double rate(long operations, double seconds) {
        return seconds <= 0 ? 0 : Rounding.toFourDigits(operations / seconds);
    }

    /** For people; columns as in {@link #HEADER}. */
    public String line() {
        return LINE.formatted(
                        name,
                        engine,
                        clients,
                        operations,
                        perSecond,
                        ms.p50(),
                        ms.p95(),
                        ms.p99(),
                        ms.max(),
                        cpuMsPerOperation.server(),
                        cpuMsPerOperation.database(),
                        rssMb,
                        errors)
                + (more.isEmpty() ? "" : "  " + more);
    }

    /** In percent of all that was tried. */
    public double failedShare() {
        return operations + errors == 0 ? 100 : 100.0 * errors / (operations + errors);
    }
}
