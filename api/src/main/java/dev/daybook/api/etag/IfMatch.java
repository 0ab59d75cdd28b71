package dev.daybook.api.etag;

import dev.daybook.api.problem.ProblemCode;
import dev.daybook.api.problem.ProblemException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The If-Match precondition: compares the first number of a version, the sequence of the aggregate itself. */
public final class IfMatch {
    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"";
    private static final Pattern LIST = Pattern.compile("\\s*" + TAG + "(?:\\s*,\\s*" + TAG + ")*\\s*");
    private static final Pattern EACH = Pattern.compile(TAG);
    private static final Pattern STRONG_VERSION = Pattern.compile("\"([0-9]{1,18})(?:\\.[0-9]{1,18})?\"");

    private IfMatch() {}

    /**
     * The sequence that a command is to expect, or null when any will do.
     *
     * @param header null when there is none
     * @param current the sequence that the view shows
     * @throws ProblemException MALFORMED_PRECONDITION, or PRECONDITION_FAILED when no tag can be that of the resource
     */
    public static @Nullable Long expected(@Nullable String header, long current) {
        if (header == null || header.trim().equals("*")) return null;
        if (!LIST.matcher(header).matches())
            throw new ProblemException(
                    ProblemCode.MALFORMED_PRECONDITION, "If-Match must be * or a list of quoted entity tags.");
        List<Long> sequences = EACH.matcher(header)
                .results()
                .map(MatchResult::group)
                .map(STRONG_VERSION::matcher) // a weak tag never matches (RFC 9110, 13.1.1)
                .filter(Matcher::matches)
                .map(version -> Long.valueOf(version.group(1)))
                .toList();
        if (sequences.contains(current)) return current;
        // the view may be behind, so a version it does not show yet is left for the aggregate to judge
        return sequences.stream()
                .filter(sequence -> sequence > current)
                .max(Long::compare)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.PRECONDITION_FAILED, "The resource has changed since that version."));
    }
}
