package dev.daybook.ops;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The gateway as it is shipped: the files of {@code ops/gateway}, filled in as the image fills them in, and a real nginx. */
final class Nginx implements AutoCloseable {
    private static final Path FILES = Repository.file("ops/gateway");
    private static final Path RUNS = Repository.file("ops/target/gateway");
    private final Path folder;
    private final int http = Ports.free();
    private final int https = Ports.free();
    private final Process process;

    /** Settings are as in {@code gateway.env}, and take precedence over it. */
    Nginx(Map<String, String> settings) {
        Program nginx = Program.installed("nginx");
        try {
            Files.createDirectories(RUNS);
            folder = Files.createTempDirectory(RUNS, "nginx");
            copy(FILES, folder);
            Certificate.INSTANCE.write(Files.createDirectories(folder.resolve("tls")));
            Files.createDirectories(folder.resolve("run"));
            fillIn(settings);
            process = new ProcessBuilder(command(nginx))
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("nginx to take connections, see " + log())
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive() || listens());
        if (!process.isAlive()) throw new IllegalStateException("nginx ended: " + Repository.text(log()));
    }

    /** Two or more instances, by their ports. */
    static Map<String, String> before(int... ports) {
        StringBuilder servers = new StringBuilder();
        for (int port : ports) servers.append("server 127.0.0.1:%d max_fails=2 fail_timeout=10s; ".formatted(port));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("GATEWAY_UPSTREAMS", servers.toString());
        return settings;
    }

    URI https() {
        return URI.create("https://127.0.0.1:" + https);
    }

    URI http() {
        return URI.create("http://127.0.0.1:" + http);
    }

    Visitor visitor() {
        return new Visitor(https(), Certificate.INSTANCE, InetAddress.getLoopbackAddress());
    }

    /** Someone at another address. */
    Visitor visitor(InetAddress from) {
        return new Visitor(https(), Certificate.INSTANCE, from);
    }

    Path log() {
        return folder.resolve("run/nginx.log");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), https)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private List<String> command(Program nginx) {
        // the workers of a master that is root would not be, and could not enter the folder
        String user = "root".equals(System.getProperty("user.name")) ? " user root;" : "";
        return List.of(
                nginx.file().toString(),
                "-p",
                folder.toString(),
                "-c",
                folder.resolve("nginx.conf").toString(),
                "-e",
                "stderr",
                "-g",
                "daemon off;" + user);
    }

    private void fillIn(Map<String, String> settings) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("gateway.env"))) {
            int at = line.indexOf('=');
            if (at > 0 && !line.startsWith("#")) all.put(line.substring(0, at), line.substring(at + 1));
        }
        all.put("GATEWAY_HTTP_PORT", "127.0.0.1:" + http);
        all.put("GATEWAY_HTTPS_PORT", "127.0.0.1:" + https);
        all.put("GATEWAY_PUBLIC_PORT", ":" + https);
        all.putAll(settings);
        String text = Files.readString(folder.resolve("templates/gateway.conf.template"));
        for (var setting : all.entrySet()) text = text.replace("${" + setting.getKey() + "}", setting.getValue());
        Files.writeString(folder.resolve("run/gateway.conf"), text);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
