package dev.daybook.ops;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What rules and dashboards ask Prometheus for. */
final class Metrics {
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool");

    private Metrics() {}

    static List<Path> dashboards() {
        return Repository.files("ops/monitoring/grafana/dashboards", ".json");
    }

    static Stream<JsonNode> rules() {
        return Repository.files("ops/monitoring/prometheus/rules", ".yml").stream()
                .flatMap(file -> Repository.yaml(file).path("groups").valueStream())
                .flatMap(group -> group.path("rules").valueStream());
    }

    static List<String> expressions() {
        Stream<String> asked = dashboards().stream()
                .map(Repository::json)
                .flatMap(dashboard -> Stream.concat(
                        dashboard
                                .path("panels")
                                .valueStream()
                                .flatMap(panel -> panel.path("targets").valueStream()),
                        dashboard.at("/annotations/list").valueStream()))
                .map(target -> target.path("expr").asString());
        return Stream.concat(rules().map(rule -> rule.path("expr").asString()), asked)
                .toList();
    }

    /** The metrics that the application has to have: all that are asked for and that Prometheus does not make itself. */
    static Set<String> needed() {
        Set<String> recorded =
                rules().map(rule -> rule.path("record").asString()).collect(toSet());
        return expressions().stream()
                .flatMap(Metrics::names)
                .filter(name -> !recorded.contains(name))
                .filter(name -> !name.equals("up") && !name.equals("ALERTS"))
                .collect(toSet());
    }

    static Stream<String> names(String expression) {
        String bare = expression
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)", "");
        return Pattern.compile("[a-zA-Z_][a-zA-Z0-9_:]*+(?!\\s*\\()")
                .matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name));
    }
}
