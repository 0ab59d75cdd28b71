package dev.daybook.api.config;

import java.util.Locale;

/** How a setting is called where. */
final class SettingNames {
    private SettingNames() {}

    /** {@code daybook.views.batch-size} in the environment. */
    static String inEnvironment(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** With its name in the environment, for messages. */
    static String inWords(String name) {
        return name + " (" + inEnvironment(name) + ")";
    }
}
