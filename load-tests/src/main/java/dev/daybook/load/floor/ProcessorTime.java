package dev.daybook.load.floor;

import dev.daybook.load.figure.CpuTime;
import dev.daybook.load.figure.Memory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** What an iteration costs in CPU time, by operation, from the operating system's accounting. Public, as JMH wants it. */
public final class ProcessorTime implements InternalProfiler {
    static final String JVM = "cpu.jvm";
    static final String DATABASE = "cpu.database";
    static final String MEMORY = "rss";

    private static final long OWN_PID = ProcessHandle.current().pid();

    private @Nullable Long databasePid;
    private long jvmBefore;
    private long databaseBefore;

    @Override
    public String getDescription() {
        return "CPU time of the JVM and of the database, by operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        databasePid = FloorAssignment.given().databasePid();
        jvmBefore = CpuTime.of(OWN_PID).toNanos();
        databaseBefore = databaseNanos();
    }

    @Override
    public List<Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        // those that did not count have cost something, too
        double each = result.getMetadata().getAllOps() * 1e6;
        return List.of(
                new ScalarResult(
                        JVM, (CpuTime.of(OWN_PID).toNanos() - jvmBefore) / each, "ms/op", AggregationPolicy.AVG),
                new ScalarResult(DATABASE, (databaseNanos() - databaseBefore) / each, "ms/op", AggregationPolicy.AVG),
                new ScalarResult(MEMORY, Memory.of(OWN_PID).now(), "MB", AggregationPolicy.MAX));
    }

    private long databaseNanos() {
        return databasePid == null ? 0 : CpuTime.of(databasePid).toNanos();
    }
}
