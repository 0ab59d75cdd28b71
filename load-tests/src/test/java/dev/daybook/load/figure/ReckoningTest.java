package dev.daybook.load.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReckoningTest {
    @Test
    void percentilesAreThoseOfAllDurations() {
        Durations durations = new Durations();
        IntStream.rangeClosed(1, 2000).forEach(millis -> durations.add(Duration.ofMillis(2001 - millis)));

        assertThat(durations.size()).isEqualTo(2000);
        assertThat(durations.latency()).isEqualTo(new Latency(1000, 1900, 1980, 2000));
    }

    @Test
    void nothingTakesNoTime() {
        assertThat(new Durations().latency()).isEqualTo(new Latency(0, 0, 0, 0));
        assertThat(Cpu.perOperation(0, 1, 1, 1)).isEqualTo(new Cpu(0, 0, 0));
    }

    @Test
    void cpuTimeIsSharedByTheOperations() {
        assertThat(Cpu.perOperation(4, 10_000_000, 2_000_000, 0)).isEqualTo(new Cpu(2.5, 0.5, 0));
    }

    @Test
    void cpuTimeOfAProcessIsWhatItHasSpent() {
        assertThat(CpuTime.of(ProcessHandle.current().pid())).isPositive();
    }

    @Test
    void memoryIsInMegabytes() {
        assertThat(Memory.parse(List.of("Name:\tjava", "VmHWM:\t  524288 kB", "VmRSS:\t  262144 kB")))
                .isEqualTo(new Memory(256, 512));
    }
}
