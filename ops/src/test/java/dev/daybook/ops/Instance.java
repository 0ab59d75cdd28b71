package dev.daybook.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The jar that ships, in a process of its own, as one of several on a database. */
final class Instance implements AutoCloseable {
    private static final Path RUNS = Repository.file("ops/target/instances");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String name;
    private final int port = Ports.free();
    private final int management = Ports.free();
    private final Process process;

    Instance(String name, Path signingKey, String... settings) {
        this.name = name;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Daxoniq.update-checker.disabled=true",
                "-jar",
                jar().toString(),
                "--spring.profiles.active=mysql",
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--management.server.port=" + management,
                "--daybook.identity.signing-key-file=" + signingKey));
        command.addAll(List.of(settings));
        try {
            Files.createDirectories(RUNS);
            process = new ProcessBuilder(command)
                    .directory(RUNS.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signs tokens that all instances take. */
    static Path signingKey() {
        try {
            byte[] key = KeyPairGenerator.getInstance("RSA")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            Files.createDirectories(RUNS);
            return Files.writeString(
                    RUNS.resolve("signing-key.pem"),
                    "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                            .formatted(
                                    Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    Path log() {
        return RUNS.resolve(name + ".log");
    }

    Instance awaitReady() {
        await(name + " to be ready, see " + log())
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .ignoreException(UncheckedIOException.class)
                .until(() -> !process.isAlive()
                        || management("/actuator/health/readiness").statusCode() == 200);
        assertThat(process.isAlive()).as("%s has ended, see %s", name, log()).isTrue();
        return this;
    }

    /** How many requests of a path it has answered. */
    long answered(String path) {
        return management("/actuator/prometheus")
                .body()
                .lines()
                .filter(line ->
                        line.startsWith("http_server_requests_seconds_count{") && line.contains("uri=\"" + path + "\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Nobody looks at what it leaves behind. */
    @Override
    public void close() {
        kill();
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** At the port that is called so in Kubernetes. */
    HttpResponse<String> get(String port, String path) {
        return switch (port) {
            case "http" -> get(this.port, path);
            case "management" -> get(management, path);
            default -> throw new IllegalArgumentException(port);
        };
    }

    private HttpResponse<String> management(String path) {
        return get(management, path);
    }

    private static HttpResponse<String> get(int port, String path) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static Path jar() {
        try (Stream<Path> built = Files.list(Repository.file("api/target"))) {
            return built.filter(file -> file.getFileName().toString().matches("daybook-api-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("api is not packaged"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
