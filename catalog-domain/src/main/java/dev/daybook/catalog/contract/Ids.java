package dev.daybook.catalog.contract;

/** The shape all ids share: a type prefix, so that ids of different aggregates can never clash, and an opaque rest. */
public final class Ids {
    private static final int LONGEST_REST = 100;

    private Ids() {}

    /**
     * Checks that {@code value} is {@code prefix} followed by 1 to 100 letters, digits or dashes.
     *
     * @return {@code value} unchanged
     * @throws IllegalArgumentException when it is not; the message does not repeat the value
     */
    public static String requirePrefixed(String prefix, String value) {
        if (!value.startsWith(prefix) || !isRest(value, prefix.length()))
            throw new IllegalArgumentException("not an id of the form " + prefix + "…");
        return value;
    }

    /** Without a regular expression, because an order makes hundreds of ids. */
    private static boolean isRest(String value, int start) {
        int length = value.length() - start;
        if (length < 1 || length > LONGEST_REST) return false;
        for (int i = start; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-')) return false;
        }
        return true;
    }
}
