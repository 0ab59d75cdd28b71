package dev.daybook.api.config;

import java.util.List;

/** What was not set, and has no default. */
class MissingSettingsException extends RuntimeException {
    private final List<String> missing;

    MissingSettingsException(List<String> missing) {
        super("missing: " + String.join("; ", missing));
        this.missing = List.copyOf(missing);
    }

    List<String> missing() {
        return missing;
    }
}
