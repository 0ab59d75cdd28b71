package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table in the documentation and the settings that there are. */
class DocumentingSettingsTest {
    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z0-9.-]+)` \\| `([A-Z0-9_]+)` \\| ([^|]+) \\| [^|]+ \\| [^|]+ \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final List<MatchResult> rows = ROW.matcher(table()).results().toList();

    @Test
    void namesEachOnce() {
        var settings = UnknownSettings.known();
        // told by the profile, and by nobody else
        settings.remove("daybook.engine");

        assertThat(rows.stream().map(row -> row.group(1)).filter(name -> name.startsWith("daybook.")))
                .containsExactlyInAnyOrderElementsOf(settings);
    }

    @Test
    void saysWhatEachIsCalledInTheEnvironment() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.group(2)).isEqualTo(SettingNames.inEnvironment(row.group(1))));
    }

    @Test
    void saysWhatEachIsByItself() throws IOException {
        Map<String, String> defaults = defaults();
        assertThat(defaults).hasSizeGreaterThan(30);
        for (MatchResult row : rows) {
            String isByItself = defaults.get(row.group(1));
            if (isByItself != null)
                assertThat(CODE.matcher(row.group(3)).results().map(value -> value.group(1)))
                        .as(row.group(1))
                        .contains(isByItself);
        }
    }

    private static Map<String, String> defaults() throws IOException {
        Map<String, String> defaults = new TreeMap<>();
        for (URL file : Collections.list(DocumentingSettingsTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = file.openStream()) {
                for (JsonNode setting : JsonMapper.shared().readTree(in).path("properties"))
                    if (setting.path("name").asString().startsWith("daybook.")
                            && setting.path("defaultValue").isValueNode())
                        defaults.put(
                                setting.path("name").asString(),
                                setting.path("defaultValue").asString());
            }
        }
        return defaults;
    }

    private static String table() {
        try {
            return Files.readString(Path.of("..", "docs", "configuration.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
