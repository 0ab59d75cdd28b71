package dev.daybook.load.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process holds of the machine's memory, in megabytes; 0 where there is no {@code /proc}. */
public record Memory(long now, long most) {
    public static Memory of(long pid) {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        try {
            return Files.exists(status) ? parse(Files.readAllLines(status)) : new Memory(0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Memory parse(List<String> status) {
        return new Memory(megabytes(status, "VmRSS:"), megabytes(status, "VmHWM:"));
    }

    private static long megabytes(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
