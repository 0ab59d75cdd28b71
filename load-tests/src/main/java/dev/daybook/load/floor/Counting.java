package dev.daybook.load.floor;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The benchmarks: all threads share one Axon. Public, as JMH wants it. */
@State(Scope.Benchmark)
public class Counting {
    private static final int COUNTERS = 1_000;

    private PlainAxon axon;
    private List<String> counters;

    @Setup
    public void createCounters() {
        axon = PlainAxon.on(FloorAssignment.given().database());
        counters = Stream.generate(Counting::newId).limit(COUNTERS).toList();
        counters.forEach(axon::create);
    }

    @TearDown
    public void close() {
        axon.close();
    }

    @Benchmark
    public void create() {
        axon.create(newId());
    }

    @Benchmark
    public void update() {
        axon.count(counters.get(ThreadLocalRandom.current().nextInt(COUNTERS)));
    }

    @Benchmark
    public void hotUpdate() {
        axon.count(counters.getFirst());
    }

    /** In the order of time, as Daybook's ids are: the indexes like it. */
    private static String newId() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
