package dev.daybook.api.admin;

import dev.daybook.api.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Keeps times within what databases can hold. */
final class Instants {
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private Instants() {}

    static void require(String parameter, @Nullable LocalDate date) {
        if (date != null && (date.isBefore(FIRST) || date.isAfter(LAST)))
            throw ProblemException.invalid(parameter, "must be between " + FIRST + " and " + LAST);
    }

    static void require(String parameter, @Nullable Instant instant) {
        if (instant != null
                && (instant.isBefore(Instant.parse(FIRST + "T00:00:00Z"))
                        || instant.isAfter(Instant.parse(LAST + "T23:59:59Z"))))
            throw ProblemException.invalid(parameter, "must be between " + FIRST + " and " + LAST);
    }
}
