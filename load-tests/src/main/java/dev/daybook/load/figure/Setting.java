package dev.daybook.load.figure;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all figures of a run have in common.
 *
 * @param options that make a difference to what is measured
 */
public record Setting(Machine machine, Map<String, String> versions, Revision revision, Map<String, String> options) {
    public static Setting here(Path repository, Map<String, String> versions, Map<String, String> options) {
        return new Setting(Machine.here(), new TreeMap<>(versions), Revision.of(repository), new TreeMap<>(options));
    }
}
