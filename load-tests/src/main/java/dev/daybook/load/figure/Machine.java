package dev.daybook.load.figure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a figure was measured. */
public record Machine(int cpus, String cpu, long memoryMb, String system, String jdk) {
    public static Machine here() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                system.getAvailableProcessors(),
                cpuModel(),
                system.getTotalMemorySize() / (1024 * 1024),
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                Runtime.version().toString());
    }

    /** How many processes wanted to run during the last minute; a busy machine measures badly. */
    public static double load() {
        return Rounding.toThree(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String cpuModel() {
        Path file = Path.of("/proc/cpuinfo");
        try {
            if (!Files.exists(file)) return "unknown";
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
