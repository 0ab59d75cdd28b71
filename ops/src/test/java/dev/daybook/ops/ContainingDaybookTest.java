package dev.daybook.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainingDaybookTest {
    private static final String DOCKERFILE = Repository.text(Repository.file("Dockerfile"));

    @Test
    void runsAsNobodySpecialAndHearsSignals() {
        List<String> last =
                DOCKERFILE.substring(DOCKERFILE.lastIndexOf("\nFROM ")).lines().toList();

        assertThat(last).anyMatch(line -> line.matches("USER 1\\d{4}:1\\d{4}"));
        assertThat(last).anyMatch(line -> line.startsWith("ENTRYPOINT [\"java\", "));
        assertThat(last).anyMatch(line -> line.startsWith("HEALTHCHECK ") && line.endsWith(" CMD [\"./healthy\"]"));
        assertThat(last).contains("STOPSIGNAL SIGTERM");
    }

    /** The cache of a trial start is of use to the very same Java only. */
    @Test
    void buildsAndRunsOnTheSameJava() {
        List<String> bases = DOCKERFILE
                .lines()
                .filter(line -> line.startsWith("FROM "))
                .map(line -> line.split(" ")[1].replaceFirst("-j(dk|re)-", "-"))
                .toList();

        assertThat(bases).hasSize(2).allMatch(base -> base.matches("eclipse-temurin:25\\.[\\d._]+-noble"));
        assertThat(bases.getFirst()).isEqualTo(bases.getLast());
        assertThat(DOCKERFILE).contains("-XX:AOTCacheOutput=daybook.aot").contains("\"-XX:AOTCache=daybook.aot\"");
    }

    @Test
    void isHealthyOnlyWhenReady() throws Exception {
        assertThat(health(200)).isZero();
        assertThat(health(503)).isNotZero();
    }

    @Test
    void isNotHealthyWhenNobodyAnswers() throws Exception {
        int nobodys;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodys = socket.getLocalPort();
        }

        assertThat(healthAt(nobodys)).isNotZero();
    }

    private static int health(int status) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            return healthAt(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private static int healthAt(int port) throws IOException, InterruptedException {
        ProcessBuilder check =
                new ProcessBuilder(Repository.file("ops/container/healthy").toString());
        check.environment().put("MANAGEMENT_SERVER_PORT", String.valueOf(port));
        return check.redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
