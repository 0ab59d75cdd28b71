package dev.daybook.load.trial;

import dev.daybook.load.figure.CpuTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The jar that ships, in a process of its own. */
public final class Daybook implements AutoCloseable {
    private static final String LOG = "daybook.log";
    private static final Duration LONGEST_STOP = Duration.ofMinutes(2);
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    /** What is measured is the shop, not its limits nor its waiting; an order comes to rest when it is processed. */
    private static final List<String> UNHINDERED = List.of(
            "--daybook.rate-limit.enabled=false",
            "--daybook.identity.access-token-ttl=12h",
            "--daybook.lifecycle.processing-after=0s",
            "--daybook.lifecycle.ships-after=12h");

    private final Storage storage;
    private final Path log;
    private final int port = freePort();
    private final int managementPort = freePort();
    private final Process process;

    /** @param arguments what is not as settings say */
    private Daybook(Storage storage, RunSettings settings, Path jar, List<String> jvm, List<String> arguments) {
        this.storage = storage;
        log = storage.folder().resolve(LOG);
        List<String> command = new ArrayList<>(settings.jvm());
        command.addAll(jvm);
        command.addAll(List.of("-Daxoniq.update-checker.disabled=true", "-jar", jar.toString()));
        command.addAll(storage.arguments());
        command.addAll(List.of("--server.port=" + port, "--management.server.port=" + managementPort));
        // of a setting that is given twice, Spring would take both
        List<String> given =
                Stream.concat(settings.daybook().stream(), arguments.stream()).toList();
        command.addAll(UNHINDERED.stream()
                .filter(own -> given.stream().noneMatch(other -> sameName(own, other)))
                .toList());
        command.addAll(given);
        process = Processes.java(storage.folder(), LOG, command);
    }

    /** Does not wait until it serves. */
    static Daybook launch(Storage storage, RunSettings settings, String... arguments) {
        return new Daybook(storage, settings, jar(settings.root()), List.of(), List.of(arguments));
    }

    /** Another jar than the packaged one, with further options of the JVM. */
    static Daybook launch(Storage storage, RunSettings settings, Path jar, String jvm) {
        return new Daybook(storage, settings, jar, List.of(jvm), List.of());
    }

    public Shop shop() {
        return new Shop(base());
    }

    public URI base() {
        return base(port);
    }

    private static URI base(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    public long pid() {
        return process.pid();
    }

    /** None where the database has no process of its own. */
    public @Nullable Long databasePid() {
        return storage.process();
    }

    /** CPU time of the database's process, where it has one. */
    public Duration databaseCpu() {
        Long pid = storage.process();
        return pid == null ? Duration.ZERO : CpuTime.of(pid);
    }

    public Views views() {
        return new Views(shop());
    }

    /** Waits until it lists its products, be it an empty list. */
    public Daybook awaitServing() {
        return await("to serve", Duration.ofMillis(10), port, "/api/products");
    }

    /** Waits until it calls itself ready: samples and their accounts are there. */
    public Daybook awaitReady() {
        return await("to be ready", Duration.ofMillis(200), managementPort, "/actuator/health/readiness");
    }

    private Daybook await(String what, Duration interval, int at, String path) {
        Shop answering = new Shop(base(at));
        Awaitility.await("Daybook " + what + ", see " + log)
                .atMost(LONGEST_START)
                .pollDelay(Duration.ZERO)
                .pollInterval(interval)
                .ignoreException(UncheckedIOException.class)
                .until(() -> !process.isAlive() || answering.get(path, null).status() == 200);
        if (!process.isAlive())
            throw new IllegalStateException("Daybook ended with " + process.exitValue() + ", see " + log);
        return this;
    }

    @Override
    public void close() {
        process.destroy();
        Processes.endsWithin(LONGEST_STOP, process);
    }

    private static boolean sameName(String one, String other) {
        return one.substring(0, one.indexOf('=')).equals(other.replaceFirst("=.*", ""));
    }

    static Path jar(Path root) {
        Path folder = root.resolve("api/target");
        try (Stream<Path> built = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return built.filter(file -> file.getFileName().toString().matches("daybook-api-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("api is not packaged"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
