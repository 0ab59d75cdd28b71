package dev.daybook.ops;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ComposingTheStackTest {
    private static final String FILE = "docker-compose.yml";
    private static final JsonNode STACK = Repository.yaml(Repository.file(FILE));
    private static final JsonNode OPERATORS = Repository.yaml(Repository.file("docker-compose.operators.yml"));

    static Set<String> services() {
        return Set.copyOf(STACK.path("services").propertyNames());
    }

    static List<String> daybooks() {
        return services().stream()
                .filter(name -> name.startsWith("daybook-"))
                .sorted()
                .toList();
    }

    @Test
    void hasWhatAShopNeeds() {
        assertThat(services())
                .containsExactlyInAnyOrder(
                        "mysql",
                        "axonserver",
                        "migrate",
                        "daybook-1",
                        "daybook-2",
                        "gateway",
                        "prometheus",
                        "grafana",
                        "jaeger",
                        "mail");
    }

    @ParameterizedTest
    @MethodSource("services")
    void isWatchedBoundedAndStartedAgain(String name) {
        JsonNode service = service(name);

        assertThat(service.at("/deploy/resources/limits/memory").isMissingNode())
                .isFalse();
        assertThat(service.at("/deploy/resources/limits/cpus").isMissingNode()).isFalse();
        if (name.equals("migrate")) {
            assertThat(service.path("restart").asString()).isEqualTo("no");
            assertThat(service.at("/healthcheck/disable").asBoolean()).isTrue();
            return;
        }
        assertThat(service.path("restart").asString()).isEqualTo("unless-stopped");
        assertThat(service.at("/healthcheck/test/0").asString()).isEqualTo("CMD");
        assertThat(service.at("/healthcheck/interval").asString()).isNotEmpty();
        assertThat(service.at("/healthcheck/retries").asInt()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("services")
    void runsANamedVersion(String name) {
        String image = service(name).path("image").asString();

        if (image.startsWith("${DAYBOOK_IMAGE:")) return;
        assertThat(image).matches("[a-z/]+:v?\\d+\\.\\d+.*");
    }

    @Test
    void publishesTheGatewayAlone() {
        assertThat(services().stream().filter(name -> service(name).has("ports")))
                .containsExactly("gateway");
        assertThat(services().stream()
                        .filter(name -> networks(name)
                                .anyMatch(network -> !STACK.at("/networks/" + network + "/internal")
                                        .asBoolean())))
                .as("can be reached, or reach out")
                .containsExactly("gateway");
    }

    @Test
    void showsOperatorsThingsOnThisMachineOnly() {
        assertThat(OPERATORS.path("services").propertyStream()).isNotEmpty().allSatisfy(service -> {
            assertThat(services()).contains(service.getKey());
            assertThat(service.getValue().path("ports").valueStream().map(JsonNode::asString))
                    .allMatch(port -> port.startsWith("127.0.0.1:"));
        });
    }

    @Test
    void startsInTheOrderOfHealth() {
        for (String daybook : daybooks())
            assertThat(service(daybook).path("depends_on").propertyStream())
                    .extracting(need -> need.getKey() + " "
                            + need.getValue().path("condition").asString())
                    .containsExactlyInAnyOrder(
                            "mysql service_healthy",
                            "axonserver service_healthy",
                            "migrate service_completed_successfully");
        assertThat(service("gateway").path("depends_on").propertyStream())
                .extracting(need ->
                        need.getKey() + " " + need.getValue().path("condition").asString())
                .containsExactlyInAnyOrder("daybook-1 service_healthy", "daybook-2 service_healthy");
        assertThat(service("migrate").at("/depends_on/mysql/condition").asString())
                .isEqualTo("service_healthy");
    }

    @Test
    void asksForWhatTheExampleTells() {
        Set<String> told = Repository.text(Repository.file(".env.example"))
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(toSet());
        Set<String> asked = Pattern.compile("\\$\\{([A-Z_]+):\\?")
                .matcher(Repository.text(Repository.file(FILE)))
                .results()
                .map((MatchResult variable) -> variable.group(1))
                .collect(toSet());

        assertThat(asked).isEqualTo(told);
        assertThat(Repository.text(Repository.file(FILE)).replaceAll("\\$\\{[A-Z_]+:\\?", ""))
                .as("a variable that nobody has to set")
                .doesNotContain("${");
    }

    @Test
    void keepsSecretsInFiles() {
        List<String> given = new ArrayList<>();
        for (String name : services())
            service(name)
                    .path("environment")
                    .propertyStream()
                    .filter(setting -> setting.getKey().matches(".*(PASSWORD|TOKEN|SECRET|KEY).*"))
                    .forEach(setting -> given.add(setting.getValue().asString()));

        assertThat(given).isNotEmpty().allMatch(value -> value.startsWith("/run/secrets/"));
        assertThat(STACK.path("secrets").valueStream())
                .allSatisfy(secret -> assertThat(secret.path("file").asString()).startsWith("${SECRETS:"));
        assertThat(Repository.text(Repository.file(".gitignore")).lines()).contains("/.env", "/secrets/");
    }

    @Test
    void mountsWhatThereIs() {
        for (String name : services()) {
            service(name).path("volumes").valueStream().map(JsonNode::asString).forEach(mount -> {
                String source = mount.substring(0, mount.indexOf(':'));
                if (source.startsWith("./")) {
                    assertThat(Repository.file(source)).exists();
                    assertThat(mount).endsWith(":ro");
                } else assertThat(STACK.path("volumes").has(source)).as(source).isTrue();
            });
            service(name)
                    .path("secrets")
                    .valueStream()
                    .map(secret -> secret.isString()
                            ? secret.asString()
                            : secret.path("source").asString())
                    .forEach(secret -> assertThat(STACK.path("secrets").has(secret))
                            .as(secret)
                            .isTrue());
        }
    }

    @Test
    void isScrapedAsAWhole() {
        JsonNode prometheus = Repository.yaml(Repository.file("ops/monitoring/prometheus/prometheus.yml"));

        assertThat(prometheus.path("scrape_configs").valueStream())
                .filteredOn(job -> job.path("job_name").asString().equals("daybook"))
                .singleElement()
                .satisfies(job -> assertThat(job.at("/static_configs/0/targets")
                                .valueStream()
                                .map(JsonNode::asString))
                        .containsExactlyElementsOf(
                                daybooks().stream().map(name -> name + ":8081").toList()));
        assertThat(networks("prometheus")).contains("monitoring");
        for (String daybook : daybooks()) assertThat(networks(daybook)).contains("monitoring");
    }

    private static JsonNode service(String name) {
        return STACK.path("services").path(name);
    }

    private static Stream<String> networks(String name) {
        return service(name).path("networks").valueStream().map(JsonNode::asString);
    }
}
