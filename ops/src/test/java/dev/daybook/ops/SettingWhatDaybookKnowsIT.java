package dev.daybook.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A setting with a typing error is silently none: what the stack sets has to be known to the libraries, or told in the documentation. */
class SettingWhatDaybookKnowsIT {
    private static final JsonNode SERVICES =
            Repository.yaml(Repository.file("docker-compose.yml")).path("services");

    private static Set<String> known;

    @BeforeAll
    static void readWhatTheLibrariesTell() throws IOException {
        known = known();
    }

    @Test
    void theStackSetsNothingElse() {
        assertThat(set()).contains("SPRING_DATASOURCE_PASSWORD");
        assertKnown(set());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "axonserver"})
    void theClusterSetsNothingElse(String overlay) {
        Manifests manifests = Manifests.of(overlay);
        Set<String> set = new HashSet<>();
        for (String pods : List.of("daybook", "migrate")) {
            Container container = manifests.container(pods);
            set.addAll(manifests.environment(container).keySet());
            container.getEnv().forEach(setting -> set.add(setting.getName()));
        }

        assertThat(set).contains("SPRING_DATASOURCE_URL", "DAYBOOK_NODE_NAME");
        assertKnown(set);
    }

    private static void assertKnown(Set<String> set) {
        String documented = Stream.concat(
                        Stream.of(Repository.file("README.md")), Repository.files("docs", ".md").stream())
                .map(Repository::text)
                .reduce("", String::concat);

        assertThat(set.stream()
                        .filter(setting -> setting.startsWith("DAYBOOK_")
                                ? !documented.contains("`" + setting + "`")
                                : !known.contains(setting)))
                .as("settings that nobody knows")
                .isEmpty();
    }

    /** By the environment, and by the names of secrets. */
    private static Set<String> set() {
        Set<String> set = new HashSet<>();
        for (String name : new String[] {"daybook-1", "daybook-2", "migrate"}) {
            set.addAll(SERVICES.path(name).path("environment").propertyNames());
            SERVICES.path(name)
                    .path("secrets")
                    .valueStream()
                    .filter(secret -> secret.has("target"))
                    .forEach(secret -> set.add(asVariable(secret.path("target").asString())));
        }
        return set;
    }

    private static Set<String> known() throws IOException {
        Set<String> known = new HashSet<>();
        try (JarFile daybook = new JarFile(Instance.jar().toFile())) {
            for (ZipEntry library : daybook.stream()
                    .filter(entry -> entry.getName().startsWith("BOOT-INF/lib/"))
                    .toList()) {
                try (var files = new ZipInputStream(daybook.getInputStream(library))) {
                    for (ZipEntry file; (file = files.getNextEntry()) != null; )
                        if (file.getName().endsWith("spring-configuration-metadata.json"))
                            JsonMapper.shared()
                                    .readTree(new String(files.readAllBytes(), UTF_8))
                                    .path("properties")
                                    .forEach(property -> known.add(
                                            asVariable(property.path("name").asString())));
                }
            }
        }
        return known;
    }

    private static String asVariable(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
