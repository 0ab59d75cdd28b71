package dev.daybook.load.trial;

import java.util.Arrays;
import java.util.Locale;

/** What Daybook keeps its things on. */
public enum Engine {
    EMBEDDED,
    MYSQL;

    static Engine named(String name) {
        return Arrays.stream(values())
                .filter(engine -> engine.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongSettingException(
                        "no engine is called " + name + "; there are " + Arrays.toString(values())));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
