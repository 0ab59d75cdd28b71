package dev.daybook.load.figure;

import java.time.Duration;

/** CPU time of processes, from the operating system's accounting: user and system time of all threads. */
public final class CpuTime {
    private CpuTime() {}

    /** @throws IllegalStateException when there is no such process, or it may not be looked at */
    public static Duration of(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("process " + pid + " tells no CPU time"));
    }
}
