package dev.daybook.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The workflow of GitHub. No runner is asked here. */
class PublishingTheImageTest {
    private static final String FILE = ".github/workflows/ci.yml";
    private static final JsonNode WORKFLOW = Repository.yaml(Repository.file(FILE));

    @Test
    void testsByTheSameCommands() {
        assertThat(steps("test").map(step -> step.path("run").asString("")).filter(run -> !run.isEmpty()))
                .containsExactly(".ci/run");
        assertThat(Files.isExecutable(Repository.file(".ci/run"))).isTrue();
        assertThat(Repository.text(Repository.file(".ci/run")).lines().toList()).endsWith("./mvnw -B -ntp verify");
        assertThat(with("test", "actions/setup-java").path("java-version").asString())
                .isEqualTo("25");
        assertThat(with("test", "actions/setup-java").path("cache").asString()).isEqualTo("maven");
    }

    @Test
    void publishesWhatPassedTheTests() {
        JsonNode image = WORKFLOW.at("/jobs/image");
        assertThat(image.path("needs").asString()).isEqualTo("test");
        assertThat(image.path("if").asString()).isEqualTo("github.event_name == 'push'");
        assertThat(WORKFLOW.at("/jobs").propertyNames()).containsExactly("test", "image");

        JsonNode build = with("image", "docker/build-push-action");
        assertThat(Repository.file(build.path("file").asString())).exists();
        assertThat(build.path("context").asString()).isEqualTo(".");
        assertThat(build.path("push").asBoolean()).isTrue();
        assertThat(build.path("sbom").asBoolean()).isTrue();
        assertThat(build.path("provenance").asString()).isEqualTo("mode=max");
        assertThat(with("image", "docker/metadata-action").path("flavor").asString())
                .isEqualTo("latest=false");
    }

    /** A tag of an action can be moved by whoever has its repository, a commit cannot. */
    @Test
    void takesActionsAsTheyWere() {
        assertThat(Stream.concat(steps("test"), steps("image"))
                        .filter(step -> step.has("uses"))
                        .map(step -> step.path("uses").asString()))
                .isNotEmpty()
                .allMatch(uses -> uses.matches("[a-z-]+/[a-z-]+@[0-9a-f]{40}"));
    }

    @Test
    void mayDoNoMoreThanItMust() {
        assertThat(permissions(WORKFLOW)).containsExactly("contents=read");
        assertThat(WORKFLOW.at("/jobs/test").has("permissions")).isFalse();
        assertThat(permissions(WORKFLOW.at("/jobs/image")))
                .containsExactlyInAnyOrder("contents=read", "packages=write");
        assertThat(Stream.concat(steps("test"), steps("image"))
                        .filter(step -> step.path("uses").asString("").startsWith("actions/checkout@")))
                .allMatch(step -> !step.at("/with/persist-credentials").asBoolean(true));
        assertThat(Repository.text(Repository.file(FILE)).replace("${{ secrets.GITHUB_TOKEN }}", ""))
                .as("another secret")
                .doesNotContain("secrets.");
    }

    private static List<String> permissions(JsonNode of) {
        return of.path("permissions")
                .propertyStream()
                .map(one -> one.getKey() + "=" + one.getValue().asString())
                .toList();
    }

    private static JsonNode with(String job, String action) {
        return steps(job)
                .filter(step -> step.path("uses").asString("").startsWith(action + "@"))
                .findFirst()
                .orElseThrow()
                .path("with");
    }

    private static Stream<JsonNode> steps(String job) {
        return WORKFLOW.at("/jobs/" + job + "/steps").valueStream();
    }
}
