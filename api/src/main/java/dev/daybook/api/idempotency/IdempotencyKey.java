package dev.daybook.api.idempotency;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.daybook.api.problem.ProblemException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client calls a request, so that a repeat is known for one. */
public record IdempotencyKey(String value) {
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7E]{1,255}");

    public static Optional<IdempotencyKey> of(@Nullable String header) {
        if (header == null) return Optional.empty();
        if (!VISIBLE_ASCII.matcher(header).matches())
            throw ProblemException.invalid(HEADER, "must be 1 to 255 visible ASCII characters");
        return Optional.of(new IdempotencyKey(header));
    }

    /** An id that the same {@code scope} and key always give, or a new one where there is no key. */
    public static String idFor(String scope, @Nullable String header) {
        return of(header)
                .map(key -> UuidCreator.getNameBasedSha1(scope + " " + key.value()))
                .orElseGet(UuidCreator::getTimeOrderedEpoch)
                .toString();
    }
}
