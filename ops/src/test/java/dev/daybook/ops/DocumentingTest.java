package dev.daybook.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever follows a link in the documentation arrives, and finds every page in its table of contents. */
class DocumentingTest {
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        List<Path> pages = pages();
        assertThat(pages).hasSizeGreaterThan(40);
        for (Path page : pages)
            LINK.matcher(prose(page))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !link.contains(":"))
                    .filter(link -> !leadsSomewhere(page, link))
                    .forEach(link -> broken.add(Repository.ROOT.relativize(page) + " → " + link));
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageIsInTheTableOfContents() {
        Path docs = Repository.file("docs");
        Set<String> pages = pages().stream()
                .filter(page -> page.startsWith(docs))
                .map(page -> docs.relativize(page).toString())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed(tableOfContents())).containsExactlyInAnyOrderElementsOf(pages);
    }

    private static JsonNode tableOfContents() {
        String settings = Repository.text(Repository.file("mkdocs.yml"));
        return Repository.yaml(settings.substring(settings.indexOf("\nnav:"))).at("/nav");
    }

    private static List<String> listed(JsonNode nav) {
        if (nav.isString()) return List.of(nav.asString());
        return nav.valueStream().flatMap(entry -> listed(entry).stream()).toList();
    }

    private static boolean leadsSomewhere(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target =
                parts[0].isEmpty() ? page : page.getParent().resolve(parts[0]).normalize();
        if (!Files.exists(target)) return false;
        return parts.length == 1 || anchors(target).contains(parts[1]);
    }

    private static Set<String> anchors(Path page) {
        return HEADING.matcher(prose(page))
                .results()
                .map(heading -> anchor(heading.group(1)))
                .collect(Collectors.toSet());
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                .trim()
                .replaceAll("\\s+", "-");
    }

    private static String prose(Path page) {
        return FENCED.matcher(Repository.text(page)).replaceAll("");
    }

    private static List<Path> pages() {
        try (Stream<Path> files = Files.walk(Repository.ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !Repository.ROOT
                            .relativize(file)
                            .toString()
                            .matches("(.*/)?(target|node_modules|\\.git)/.*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
