package dev.daybook.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AlertingTest {
    private static final List<String> SECTIONS =
            List.of("## What it means", "## Impact", "## How to look", "## What to do", "## On purpose");

    static Stream<String> names() {
        return alerts().map(alert -> alert.path("alert").asString());
    }

    @Test
    void coversWhatOperatorsHaveToKnowOf() {
        assertThat(names())
                .contains(
                        "DaybookDown",
                        "DaybookErrorRate",
                        "DaybookLatency",
                        "DaybookViewLag",
                        "DaybookDeadLetters",
                        "DaybookOrdersFlagged",
                        "DaybookTimersOverdue",
                        "DaybookEventStoreSlow",
                        "DaybookDiskFilling")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysHowBadItIsAndWhereToReadOn(String name) {
        JsonNode alert = alert(name);

        assertThat(alert.path("labels").path("severity").asString()).isIn("critical", "warning");
        assertThat(alert.path("for").asString()).isNotBlank();
        JsonNode annotations = alert.path("annotations");
        assertThat(annotations.path("summary").asString()).isNotBlank();
        assertThat(annotations.path("description").asString()).isNotBlank();
        assertThat(annotations.path("runbook_url").asString())
                .isEqualTo("{{ $externalLabels.docs }}/alerts/" + name + "/");
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasAPage(String name) {
        String page = Repository.text(Repository.file("docs/alerts/" + name + ".md"));

        assertThat(page.lines().findFirst()).contains("# " + name);
        assertThat(page.lines().filter(line -> line.startsWith("## "))).containsExactlyElementsOf(SECTIONS);
        for (String section : page.split("(?m)^## .*$")) assertThat(section).isNotBlank();
        assertThat(page.substring(page.indexOf("## On purpose")))
                .as("commands that provoke it")
                .contains("```sh");
        assertThat(Repository.text(Repository.file("docs/alerts/index.md"))).contains("](" + name + ".md)");
    }

    @ParameterizedTest
    @MethodSource("names")
    void isShownToFireAndToKeepQuiet(String name) {
        List<JsonNode> expectations = Repository.files("ops/monitoring/prometheus/rules/tests", ".yml").stream()
                .flatMap(file -> Repository.yaml(file).path("tests").valueStream())
                .flatMap(test -> test.path("alert_rule_test").valueStream())
                .filter(expectation -> expectation.path("alertname").asString().equals(name))
                .toList();

        assertThat(expectations)
                .anyMatch(expectation -> !expectation.path("exp_alerts").isEmpty())
                .anyMatch(expectation -> expectation.path("exp_alerts").isEmpty());
    }

    @Test
    void everyPageIsAnAlerts() throws Exception {
        try (Stream<Path> pages = Files.list(Repository.file("docs/alerts"))) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", ""))
                            .filter(page -> !page.equals("index")))
                    .containsExactlyInAnyOrderElementsOf(names().toList());
        }
    }

    private static JsonNode alert(String name) {
        return alerts().filter(alert -> alert.path("alert").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> alerts() {
        return Repository.yaml(Repository.file("ops/monitoring/prometheus/rules/alerts.yml"))
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream());
    }
}
