package dev.daybook.ops;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar that ships, after one order, and a real Prometheus that looks at it with our rules. */
class BeingScrapedIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final List<Process> RUNNING = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static int daybook;

    @BeforeAll
    static void buyOnce() throws Exception {
        daybook = Ports.free();
        RUNNING.add(start(
                "daybook",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Daxoniq.update-checker.disabled=true",
                "-jar",
                Instance.jar().toString(),
                "--server.port=" + daybook,
                "--daybook.data-dir=" + folder.resolve("data"),
                "--daybook.metrics.refresh=1s"));
        await("Daybook to be ready and its catalog filled")
                .atMost(Duration.ofSeconds(120))
                .ignoreException(UncheckedIOException.class)
                .until(() -> {
                    assertThat(RUNNING.getFirst().isAlive()).as("see the log").isTrue();
                    return get(daybook, "/api/products?q=laptop&limit=1").contains("\"id\"");
                });
        String product = json(get(daybook, "/api/products?q=laptop&limit=1"))
                .at("/items/0/id")
                .asString();
        String token = json(send(HttpRequest.newBuilder(uri(daybook, "/api/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=password&username=demo&password=demo-password"))))
                .path("access_token")
                .asString();
        post(token, "/api/cart/items", "{\"productId\":\"" + product + "\",\"quantity\":1}");
        assertThat(post(token, "/api/cart/checkout", "{\"paymentMethod\":\"sim-approve\"}"))
                .contains("order-");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        for (Process process : RUNNING.reversed()) {
            process.destroy();
            if (!process.waitFor(40, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        }
    }

    @Test
    void exposesAllThatRulesAndDashboardsAskFor() {
        await("every metric")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(exposed()).containsAll(Metrics.needed()));
    }

    @Test
    void prometheusFindsItUpAndAnswersEveryExpression() throws Exception {
        int prometheus = startPrometheus(Program.installed("prometheus"));

        await("Prometheus to have read what it had, until then it answers with 503")
                .atMost(Duration.ofSeconds(60))
                .ignoreException(UncheckedIOException.class)
                .until(() -> get(prometheus, "/-/ready").contains("is Ready"));
        await("the targets to be up")
                .atMost(Duration.ofSeconds(60))
                .until(() -> json(get(prometheus, "/api/v1/targets"))
                        .at("/data/activeTargets")
                        .valueStream()
                        .filter(target -> target.path("health").asString().equals("up"))
                        .map(target -> target.at("/labels/job").asString())
                        .toList()
                        .containsAll(List.of("daybook", "prometheus")));
        await("the rules to have been evaluated")
                .atMost(Duration.ofSeconds(60))
                .until(() -> !query(prometheus, "daybook:requests:rate5m").isEmpty());
        assertThat(json(get(prometheus, "/api/v1/rules"))
                        .at("/data/groups")
                        .valueStream()
                        .flatMap(group -> group.path("rules").valueStream()))
                .hasSize((int) Metrics.rules().count())
                .allSatisfy(rule -> assertThat(rule.path("health").asString())
                        .as(rule.toString())
                        .isEqualTo("ok"));
        for (String expression : Metrics.expressions()) query(prometheus, expression);
        assertThat(query(prometheus, "up{job=\"daybook\"} == 1")).hasSize(1);
        assertThat(query(prometheus, "daybook:view_lag_seconds:max").size()).isGreaterThan(5);
    }

    /** Our own configuration, but for where to look and how often. */
    private static int startPrometheus(Program program) throws IOException {
        int port = Ports.free();
        Path configuration = Files.createDirectories(folder.resolve("prometheus"));
        Files.createDirectories(configuration.resolve("rules"));
        for (Path rules : Repository.files("ops/monitoring/prometheus/rules", ".yml"))
            Files.writeString(configuration.resolve("rules").resolve(rules.getFileName()), Repository.text(rules));
        String ours = Repository.text(Repository.file("ops/monitoring/prometheus/prometheus.yml"));
        String here = ours.replace("\"daybook-1:8081\", \"daybook-2:8081\"", "\"127.0.0.1:" + daybook + "\"")
                .replace("localhost:9090", "127.0.0.1:" + port)
                .replaceAll("(scrape|evaluation)_interval: 15s", "$1_interval: 1s")
                .replace("scrape_timeout: 10s", "scrape_timeout: 1s");
        assertThat(here).doesNotContain("daybook-1").doesNotContain("9090").doesNotContain("15s");
        Files.writeString(configuration.resolve("prometheus.yml"), here);
        RUNNING.add(start(
                "prometheus",
                program.file().toString(),
                "--config.file=" + configuration.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port));
        return port;
    }

    private static Set<String> exposed() {
        return get(daybook, "/actuator/prometheus")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(toSet());
    }

    private static JsonNode query(int prometheus, String expression) {
        JsonNode answer = json(get(prometheus, "/api/v1/query?query=" + encode(expression, UTF_8)));
        assertThat(answer.path("status").asString())
                .as("%s: %s", expression, answer)
                .isEqualTo("success");
        return answer.at("/data/result");
    }

    private static Process start(String name, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        Repository.file("ops/target/scraped-" + name + ".log").toFile())
                .start();
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String get(int port, String path) {
        return send(HttpRequest.newBuilder(uri(port, path)));
    }

    private static String post(String token, String path, String body) {
        return send(HttpRequest.newBuilder(uri(daybook, path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
