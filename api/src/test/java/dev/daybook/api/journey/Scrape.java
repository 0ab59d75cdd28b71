package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Prometheus would have read: types by family, and values by sample. */
record Scrape(Map<String, String> types, Map<String, Double> samples) {
    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    static Scrape of(User anyone) {
        Map<String, String> types = new TreeMap<>();
        Map<String, Double> samples = new TreeMap<>();
        for (String line :
                anyone.get("/actuator/prometheus").expect(200).body().lines().toList()) {
            if (line.startsWith("# TYPE ")) {
                String[] words = line.split(" ");
                assertThat(types.put(words[2], words[3]))
                        .as("%s is told once", words[2])
                        .isNull();
            } else if (!line.startsWith("#")) {
                Matcher sample = SAMPLE.matcher(line);
                assertThat(sample.matches()).as(line).isTrue();
                String key = key(sample.group(1), sample.group(2));
                assertThat(samples.put(key, Double.valueOf(sample.group(3).replace("Inf", "Infinity"))))
                        .as("%s is told once", key)
                        .isNull();
            }
        }
        return new Scrape(types, samples);
    }

    /** A sample of a metric; labels as {@code name=value}, sorted by name. */
    double value(String name, String... labels) {
        String key = name + List.of(labels);
        assertThat(samples).containsKey(key);
        return samples.get(key);
    }

    /** The upper bounds of a histogram whose other labels are these. */
    List<String> bounds(String name, String... labels) {
        return samples.keySet().stream()
                .filter(key -> key.startsWith(name + "_bucket["))
                .filter(key -> List.of(labels).stream().allMatch(key::contains))
                .map(key -> key.replaceFirst(".*\\ble=([^,\\]]*).*", "$1"))
                .sorted((a, b) -> Double.compare(bound(a), bound(b)))
                .toList();
    }

    /** The values of a label of a metric. */
    List<String> labels(String name, String label) {
        return samples.keySet().stream()
                .filter(key -> key.startsWith(name + "["))
                .map(key -> key.replaceFirst(".*\\b" + label + "=([^,\\]]*).*", "$1"))
                .distinct()
                .toList();
    }

    /** The sum of a metric over all its labels. */
    double sum(String name) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(name + "["))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static double bound(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    private static String key(String name, String labels) {
        if (labels == null) return name + "[]";
        return name
                + LABEL.matcher(labels)
                        .results()
                        .map(label -> label.group(1) + "=" + label.group(2))
                        .sorted()
                        .collect(Collectors.toList());
    }
}
