package dev.daybook.query;

import dev.daybook.catalog.contract.RefusalDetails;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as an opaque word: the key of its last item, bound to the question (filters and sort) it belongs to.
 * A word that is malformed, or belongs to another question, is refused as {@code INVALID_CURSOR}.
 */
public final class Cursor {
    /** The code by which a cursor is refused. */
    public static final String INVALID_CURSOR = "INVALID_CURSOR";

    private static final int MAX_LENGTH = 4096;

    private final long scope;

    private Cursor(long scope) {
        this.scope = scope;
    }

    /** Cursors of one question; {@code question} names the query, its filters (may be null) and its sort. */
    public static Cursor of(@Nullable Object... question) {
        var text = new StringBuilder();
        for (Object part : question) {
            String word = part == null ? "" : part.toString();
            text.append(part == null ? '-' : '+')
                    .append(word.length())
                    .append(':')
                    .append(word);
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return new Cursor(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The word for "after the item with this key". */
    public String after(Object... key) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(scope);
            for (Object part : key)
                out.writeUTF(part instanceof BigDecimal decimal ? decimal.toPlainString() : part.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * The key that a word stands for, null for the first page.
     *
     * @param parts how many parts the key has
     * @throws QueryExecutionException INVALID_CURSOR
     */
    public @Nullable Key read(@Nullable String cursor, int parts) {
        if (cursor == null) return null;
        if (cursor.length() > MAX_LENGTH) throw invalid();
        try (var in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor)))) {
            if (in.readLong() != scope) throw invalid();
            List<String> key = new ArrayList<>();
            for (int i = 0; i < parts; i++) key.add(in.readUTF());
            if (in.read() >= 0) throw invalid();
            return new Key(key);
        } catch (IOException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static QueryExecutionException invalid() {
        String detail = "the cursor does not belong to this question";
        return new QueryExecutionException(detail, null, new RefusalDetails(INVALID_CURSOR, detail, Map.of()));
    }

    /** The key of the last item of a page; its parts, by index, refuse what cannot be of their type. */
    public static final class Key {
        private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,9})?");
        private static final Instant FIRST = Instant.EPOCH;
        private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

        private final List<String> parts;

        private Key(List<String> parts) {
            this.parts = List.copyOf(parts);
        }

        public String text(int index) {
            return parts.get(index);
        }

        public long number(int index) {
            try {
                return Long.parseLong(parts.get(index));
            } catch (NumberFormatException e) {
                throw invalid();
            }
        }

        public BigDecimal decimal(int index) {
            if (!DECIMAL.matcher(parts.get(index)).matches()) throw invalid();
            return new BigDecimal(parts.get(index));
        }

        public Instant instant(int index) {
            try {
                Instant instant = Instant.parse(parts.get(index));
                if (instant.isBefore(FIRST) || instant.isAfter(LAST)) throw invalid();
                return instant;
            } catch (DateTimeParseException e) {
                throw invalid();
            }
        }
    }
}
