package dev.daybook.api.journey;

import static org.awaitility.Awaitility.await;

import dev.daybook.api.DaybookApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Daybook in a process of its own, so that it can be killed. */
final class DaybookProcess implements AutoCloseable {
    private final Path folder;
    private final List<String> settings;
    private final int port = freePort();
    private final int managementPort = freePort();
    private Process process;

    /** @param settings what is not as usual, as {@code --name=value} */
    DaybookProcess(Storage storage, String... settings) {
        this(
                storage.folder(),
                Stream.concat(storage.arguments().stream(), Stream.of(settings)).toList());
    }

    /** @param settings where it keeps its things, and what is not as usual, as {@code --name=value} */
    DaybookProcess(Path folder, List<String> settings) {
        this.folder = folder;
        this.settings = settings;
        this.process = launch();
    }

    Shop shop() {
        return new Shop(URI.create("http://127.0.0.1:" + port));
    }

    /** Its other port, which is for operators. */
    Shop management() {
        return new Shop(URI.create("http://127.0.0.1:" + managementPort));
    }

    /** Waits until it calls itself ready. */
    DaybookProcess awaitReady() {
        User anyone = management().anyone();
        await("Daybook to be ready, see " + log())
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(UncheckedIOException.class)
                .until(() -> !process.isAlive()
                        || anyone.get("/actuator/health/readiness").status() == 200);
        if (!process.isAlive()) throw new IllegalStateException("Daybook ended with " + process.exitValue());
        return this;
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As a machine that stands still for a while. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int answer = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (answer != 0) throw new IllegalStateException("kill -" + name + " answered " + answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    void start() {
        process = launch();
    }

    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd()) kill();
    }

    /** What it said, over all its starts. */
    Path log() {
        return folder.resolve("daybook.log");
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // it lives too short for better code to pay
                "-XX:TieredStopAtLevel=1",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("java.class.path"),
                DaybookApplication.class.getName(),
                "--server.port=" + port,
                "--management.server.port=" + managementPort,
                "--daybook.rate-limit.enabled=false",
                "--daybook.views.wait=20s"));
        command.addAll(settings);
        try {
            Files.createDirectories(folder);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
