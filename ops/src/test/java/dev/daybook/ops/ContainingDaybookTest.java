package dev.daybook.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainingDaybookTest {
    private static final String DOCKERFILE = Repository.text(Repository.file("Dockerfile"));
    private static final Path DASHBOARD = Repository.file("dashboard");
    private static final List<String> IGNORED = Repository.text(Repository.file(".dockerignore"))
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();

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
        List<String> bases = bases("eclipse-temurin:")
                .map(base -> base.replaceFirst("-j(dk|re)-", "-"))
                .toList();

        assertThat(bases).hasSize(2).allMatch(base -> base.matches("eclipse-temurin:25\\.[\\d._]+-noble"));
        assertThat(bases.getFirst()).isEqualTo(bases.getLast());
        assertThat(DOCKERFILE).contains("-XX:AOTCacheOutput=daybook.aot").contains("\"-XX:AOTCache=daybook.aot\"");
    }

    /** Maven finds no npm in its stage, and packs what is in the folder that a build by npm writes. */
    @Test
    void bringsTheDashboard() {
        String build = "/build/dashboard/";
        Matcher output =
                Pattern.compile("outDir: '([^']+)'").matcher(Repository.text(DASHBOARD.resolve("vite.config.ts")));
        assertThat(output.find()).isTrue();

        assertThat(bases("node:")).singleElement().asString().matches("node:22\\.(1[2-9]|[2-9]\\d)\\.\\d+-[a-z]+-slim");
        assertThat(DOCKERFILE)
                .containsSubsequence(
                        " AS dashboard\n",
                        "npm ci\n",
                        "COPY dashboard ./\n",
                        "npm run build\n",
                        " AS build\n",
                        "COPY . .\n",
                        "COPY --from=dashboard " + build + output.group(1) + " dashboard/" + output.group(1) + "\n",
                        "./mvnw ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".npmrc",
                "index.html",
                "openapi.json",
                "package-lock.json",
                "package.json",
                "pom.xml",
                "public/favicon.svg",
                "src/main.ts",
                "tools/fits.mjs",
                "tsconfig.app.json",
                "tsconfig.json",
                "tsconfig.node.json",
                "vite.config.ts"
            })
    void getsWhatTheDashboardIsBuiltOf(String file) {
        assertThat(DASHBOARD.resolve(file)).exists();
        assertThat(isInTheContext(Path.of("dashboard", file))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"node_modules/vue/package.json", "node_modules/src/a.js", "target/classes/dashboard/index.html"})
    void getsNothingThatWasBuiltElsewhere(String file) {
        assertThat(isInTheContext(Path.of("dashboard", file))).isFalse();
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

    private static Stream<String> bases(String image) {
        return DOCKERFILE
                .lines()
                .filter(line -> line.startsWith("FROM "))
                .map(line -> line.split(" ")[1])
                .filter(base -> base.startsWith(image));
    }

    /** As Docker reads .dockerignore: the last pattern that fits a file or a folder it is in has the say. */
    private static boolean isInTheContext(Path file) {
        boolean in = true;
        for (String line : IGNORED) {
            boolean back = line.startsWith("!");
            PathMatcher pattern = file.getFileSystem().getPathMatcher("glob:" + (back ? line.substring(1) : line));
            if (IntStream.rangeClosed(1, file.getNameCount())
                    .mapToObj(names -> file.subpath(0, names))
                    .anyMatch(pattern::matches)) in = back;
        }
        return in;
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
