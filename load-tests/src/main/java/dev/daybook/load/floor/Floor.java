package dev.daybook.load.floor;

import dev.daybook.load.figure.Cpu;
import dev.daybook.load.figure.Figure;
import dev.daybook.load.figure.Latency;
import dev.daybook.load.figure.Machine;
import dev.daybook.load.trial.Measurement;
import dev.daybook.load.trial.RunSettings;
import dev.daybook.load.trial.Trial;
import dev.daybook.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.json.JsonMapper;

/** Has JMH run the benchmarks, each in a JVM of its own and on empty tables. */
public final class Floor implements Measurement {
    private static final int WARM_UPS = 2;
    private static final int ITERATIONS = 3;

    /** Every commit is in the file before it is acknowledged, the way H2 does it; Daybook has a log for the same. */
    private static final String EMBEDDED = ";WRITE_DELAY=0;LOCK_TIMEOUT=5000;DB_CLOSE_ON_EXIT=FALSE";

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public List<Figure> measure(Trial trial) {
        return List.of(
                figure("floor-create", "create", trial),
                figure("floor-update", "update", trial),
                figure("floor-hot-update", "hotUpdate", trial));
    }

    private static Figure figure(String name, String benchmark, Trial trial) {
        double load = Machine.load();
        RunResult run = run(options(name, benchmark, trial));
        BenchmarkResult result = run.getAggregatedResult();
        long operations = result.getIterationResults().stream()
                .mapToLong(iteration -> iteration.getMetadata().getMeasuredOps())
                .sum();
        double seconds = operations / run.getPrimaryResult().getScore();
        return new Figure(
                name,
                trial.engine(),
                trial.clients(),
                Math.round(seconds * 1e3) / 1e3,
                operations,
                Figure.rate(operations, seconds),
                0,
                Latency.NONE,
                cpu(result),
                Math.round(score(result, ProcessorTime.MEMORY)),
                load,
                Map.of("perSecondOfIterations", rates(result)),
                Instant.now());
    }

    private static RunResult run(Options options) {
        try {
            return new Runner(options).runSingle();
        } catch (RunnerException e) {
            throw new IllegalStateException(
                    "JMH did not do what it should, see " + options.getOutput().get(), e);
        }
    }

    private static Options options(String name, String benchmark, Trial trial) {
        RunSettings settings = trial.settings();
        Path report = reports(settings).resolve("%s-%s-%d".formatted(name, trial.engine(), trial.clients()));
        Path assignment = trial.folder().resolve("floor.json");
        JsonMapper.shared().writeValue(assignment.toFile(), new FloorAssignment(database(trial), trial.databasePid()));
        return new OptionsBuilder()
                .include("^" + Counting.class.getName().replace(".", "\\.") + "\\." + benchmark + "$")
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.SECONDS)
                .threads(trial.clients())
                .forks(1)
                .warmupIterations(settings.warmUp().isZero() ? 0 : WARM_UPS)
                .warmupTime(share(settings.warmUp(), WARM_UPS))
                .measurementIterations(ITERATIONS)
                .measurementTime(share(settings.measured(), ITERATIONS))
                .shouldFailOnError(true)
                .addProfiler(ProcessorTime.class)
                .jvm(Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .jvmArgs(Stream.concat(
                                settings.jvm().stream(),
                                Stream.of(
                                        // JMH's own classes ask for it
                                        "--sun-misc-unsafe-memory-access=allow",
                                        "-Daxoniq.update-checker.disabled=true",
                                        "-D" + FloorAssignment.PROPERTY + "=" + assignment))
                        .toArray(String[]::new))
                .output(report + ".log")
                .resultFormat(ResultFormatType.JSON)
                .result(report + ".json")
                .build();
    }

    private static Path reports(RunSettings settings) {
        try {
            return Files.createDirectories(settings.target().resolve("jmh"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestDatabase database(Trial trial) {
        TestDatabase address = trial.address();
        return address.url().startsWith("jdbc:h2:")
                ? new TestDatabase(address.url() + EMBEDDED, address.username(), address.password())
                : address;
    }

    private static TimeValue share(Duration duration, int of) {
        return TimeValue.milliseconds(Math.max(1, duration.toMillis() / of));
    }

    private static Cpu cpu(BenchmarkResult result) {
        return Cpu.perOperation(1, nanos(result, ProcessorTime.JVM), nanos(result, ProcessorTime.DATABASE), 0);
    }

    private static long nanos(BenchmarkResult result, String milliseconds) {
        return Math.round(score(result, milliseconds) * 1e6);
    }

    private static double score(BenchmarkResult result, String name) {
        return result.getSecondaryResults().get(name).getScore();
    }

    private static List<Long> rates(BenchmarkResult result) {
        return result.getIterationResults().stream()
                .map(iteration -> Math.round(iteration.getPrimaryResult().getScore()))
                .toList();
    }
}
