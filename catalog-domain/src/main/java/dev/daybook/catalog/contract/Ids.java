package dev.daybook.catalog.contract;

import java.util.regex.Pattern;

/** The shape all ids share: a type prefix, so that ids of different aggregates can never clash, and an opaque rest. */
public final class Ids {
    private static final Pattern REST = Pattern.compile("[A-Za-z0-9-]{1,100}");

    private Ids() {}

    /**
     * Checks that {@code value} is {@code prefix} followed by 1 to 100 letters, digits or dashes.
     *
     * @return {@code value} unchanged
     * @throws IllegalArgumentException when it is not; the message does not repeat the value
     */
    public static String requirePrefixed(String prefix, String value) {
        if (!value.startsWith(prefix)
                || !REST.matcher(value.substring(prefix.length())).matches())
            throw new IllegalArgumentException("not an id of the form " + prefix + "…");
        return value;
    }
}
