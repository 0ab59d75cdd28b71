package dev.daybook.ops;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ShowingDashboardsTest {
    private static final String PROVISIONING = "ops/monitoring/grafana/provisioning/";

    static List<Path> dashboards() {
        return Metrics.dashboards();
    }

    @Test
    void oneForEachWayOfLooking() {
        assertThat(dashboards().stream()
                        .map(file -> Repository.json(file).path("uid").asString()))
                .containsExactlyInAnyOrder("daybook-business", "daybook-requests", "daybook-events", "daybook-jvm");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void asksTheProvisionedSourceOnly(Path file) {
        Set<String> sources = Repository.yaml(Repository.file(PROVISIONING + "datasources/daybook.yml"))
                .path("datasources")
                .valueStream()
                .map(source -> source.path("uid").asString())
                .collect(toSet());

        assertThat(Repository.json(file).findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.path("uid").asString()).isIn(sources));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void hasPanelsWithIdsOfTheirOwnThatDoNotOverlap(Path file) {
        List<JsonNode> panels =
                Repository.json(file).path("panels").valueStream().toList();

        assertThat(panels).isNotEmpty();
        assertThat(panels.stream().map(panel -> panel.path("id").asInt())).doesNotHaveDuplicates();
        assertThat(panels.stream().map(panel -> panel.path("title").asString()))
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(panels.stream().flatMap(ShowingDashboardsTest::cells)).doesNotHaveDuplicates();
        assertThat(panels).allSatisfy(panel -> assertThat(panel.path("targets")).isNotEmpty());
    }

    @Test
    void areProvisionedFromWhereTheyAreMounted() {
        String folder = Repository.yaml(Repository.file(PROVISIONING + "dashboards/daybook.yml"))
                .at("/providers/0/options/path")
                .asString();

        assertThat(Repository.yaml(Repository.file("docker-compose.yml"))
                        .at("/services/grafana/volumes")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("./ops/monitoring/grafana/dashboards:" + folder + ":ro")
                .contains("./ops/monitoring/grafana/provisioning:/etc/grafana/provisioning:ro");
    }

    private static Stream<String> cells(JsonNode panel) {
        JsonNode at = panel.path("gridPos");
        return Stream.iterate(at.path("x").asInt(), x -> x + 1)
                .limit(at.path("w").asInt())
                .flatMap(x -> Stream.iterate(at.path("y").asInt(), y -> y + 1)
                        .limit(at.path("h").asInt())
                        .map(y -> x + "," + y));
    }
}
