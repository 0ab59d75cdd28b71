package dev.daybook.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckingRulesTest {
    private static final Path PROMETHEUS = Repository.file("ops/monitoring/prometheus");

    @Test
    void prometheusTakesItsConfiguration() throws Exception {
        String printed =
                Program.installed("promtool").succeeds(PROMETHEUS, List.of("check", "config", "prometheus.yml"));

        assertThat(printed).contains("SUCCESS: 2 rule files found").doesNotContain("SUCCESS: 0 rules found");
    }

    @Test
    void rulesGiveWhatTheirTestsExpect() throws Exception {
        List<String> tests = Repository.files("ops/monitoring/prometheus/rules/tests", ".yml").stream()
                .map(Path::toString)
                .toList();

        String printed = Program.installed("promtool")
                .succeeds(
                        PROMETHEUS,
                        Stream.concat(Stream.of("test", "rules"), tests.stream())
                                .toList());

        assertThat(tests).isNotEmpty();
        assertThat(printed.lines().filter(line -> line.strip().equals("SUCCESS")))
                .hasSameSizeAs(tests);
    }
}
