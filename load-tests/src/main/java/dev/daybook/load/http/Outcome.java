package dev.daybook.load.http;

import dev.daybook.load.figure.Cpu;
import dev.daybook.load.figure.Latency;
import java.util.Map;

/** What came of an assignment, as a file; the names are a {@code Figure}'s. */
record Outcome(
        double seconds, long operations, long errors, Latency ms, Cpu cpuMsPerOperation, Map<String, Object> more) {}
