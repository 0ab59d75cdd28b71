package dev.daybook.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that an operating system brings along: the tests that need it say so where it is not installed. */
record Program(Path file) {
    static Program installed(String name) {
        Optional<Path> found = Stream.concat(
                        Stream.of(System.getenv("PATH").split(File.pathSeparator)),
                        // where Debian keeps servers, which is not on everybody's path
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) System.out.println("skipped: " + name + " is not installed");
        assumeTrue(found.isPresent(), "skipped: " + name + " is not installed");
        return new Program(found.orElseThrow());
    }

    /** Runs it to its end and returns what it printed; a failure shows that, too. */
    String succeeds(Path folder, List<String> arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of(file.toString()), arguments.stream())
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as("%s %s in %s%n%s", file.getFileName(), String.join(" ", arguments), folder, printed)
                .isZero();
        return printed;
    }
}
