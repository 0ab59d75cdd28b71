package dev.daybook.load.http;

import dev.daybook.load.figure.Cpu;
import dev.daybook.load.figure.CpuTime;
import dev.daybook.load.figure.Durations;
import dev.daybook.load.figure.Figure;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Takes the time of operations, and the CPU time of all that takes part between its start and its end. */
final class Stopwatch {
    private final Assignment assignment;
    private final Durations durations = new Durations();
    private final LongAdder errors = new LongAdder();
    private final Map<String, LongAdder> counted = new ConcurrentHashMap<>();

    private long startedAt;
    private long serverBefore;
    private long databaseBefore;
    private long generatorBefore;

    Stopwatch(Assignment assignment) {
        this.assignment = assignment;
    }

    void start() {
        serverBefore = server();
        databaseBefore = database();
        generatorBefore = generator();
        startedAt = System.nanoTime();
    }

    void succeeded(long nanos) {
        durations.add(Duration.ofNanos(nanos));
    }

    void failed() {
        errors.increment();
    }

    /** Something that happens within operations, and is told as an average. */
    void count(String what) {
        counted.computeIfAbsent(what, name -> new LongAdder()).increment();
    }

    Outcome stop() {
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        int operations = durations.size();
        Cpu cpu = Cpu.perOperation(
                operations, server() - serverBefore, database() - databaseBefore, generator() - generatorBefore);
        Map<String, Object> averages = new TreeMap<>();
        counted.forEach((what, times) ->
                averages.put(what + "PerOperation", Figure.rate(times.sum(), Math.max(1, operations))));
        return new Outcome(seconds, operations, errors.sum(), durations.latency(), cpu, averages);
    }

    private long server() {
        return CpuTime.of(assignment.serverPid()).toNanos();
    }

    private long database() {
        Long pid = assignment.databasePid();
        return pid == null ? 0 : CpuTime.of(pid).toNanos();
    }

    private static long generator() {
        return CpuTime.of(ProcessHandle.current().pid()).toNanos();
    }
}
