package dev.daybook.load.operating;

import dev.daybook.load.figure.Cpu;
import dev.daybook.load.figure.CpuTime;
import dev.daybook.load.figure.Durations;
import dev.daybook.load.figure.Figure;
import dev.daybook.load.figure.Machine;
import dev.daybook.load.figure.Memory;
import dev.daybook.load.trial.Daybook;
import dev.daybook.load.trial.Measurement;
import dev.daybook.load.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * From the start of the process until it lists its products: the first time, which makes schema and samples; later ones; and
 * later ones with a cache of a trial start, as the container image has it.
 */
public final class StartingUp implements Measurement {
    private static final int TIMES = 5;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public boolean dependsOnClients() {
        return false;
    }

    @Override
    public List<Figure> measure(Trial trial) {
        return List.of(
                starts("start-first", 1, trial::launch, trial),
                starts("start", TIMES, trial::launch, trial),
                starts("start-with-cache", TIMES, trial.withStartCache(), trial));
    }

    private static Figure starts(String name, int times, Supplier<Daybook> launch, Trial trial) {
        double load = Machine.load();
        Durations durations = new Durations();
        long cpu = 0;
        long memory = 0;
        for (int i = 0; i < times; i++) {
            long startedAt = System.nanoTime();
            try (Daybook daybook = launch.get().awaitServing()) {
                durations.add(Duration.ofNanos(System.nanoTime() - startedAt));
                cpu += CpuTime.of(daybook.pid()).toNanos();
                daybook.awaitReady();
                memory = Memory.of(daybook.pid()).now();
            }
        }
        double seconds = durations.sum().toMillis() / 1e3;
        return new Figure(
                name,
                trial.engine(),
                1,
                seconds,
                times,
                Figure.rate(times, seconds),
                0,
                durations.latency(),
                Cpu.perOperation(times, cpu, 0, 0),
                memory,
                load,
                Map.of(),
                Instant.now());
    }
}
