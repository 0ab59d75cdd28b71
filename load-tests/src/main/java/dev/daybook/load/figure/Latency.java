package dev.daybook.load.figure;

/** How long operations took, in milliseconds. */
public record Latency(double p50, double p95, double p99, double max) {
    /** Of what is not made of single operations. */
    public static final Latency NONE = new Latency(0, 0, 0, 0);
}
