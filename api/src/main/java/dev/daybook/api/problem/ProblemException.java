package dev.daybook.api.problem;

import dev.daybook.api.problem.Problem.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown at the edge to answer with a problem. */
public class ProblemException extends RuntimeException {
    private final String code;
    private final int status;
    private final List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            String code, int status, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        super(detail);
        this.code = code;
        this.status = status;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    public ProblemException(ProblemCode code, String detail) {
        this(code.name(), code.status(), detail, List.of(), null);
    }

    public ProblemException(ProblemCode code, String detail, Duration retryAfter) {
        this(code.name(), code.status(), detail, List.of(), retryAfter);
    }

    /** There is nothing, or nothing the caller may know of. */
    public static ProblemException notFound(String what) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no such " + what + ".");
    }

    /** What a field of the request names does not exist. */
    public static ProblemException notFound(String what, String field) {
        return new ProblemException(
                ProblemCode.NOT_FOUND.name(),
                ProblemCode.NOT_FOUND.status(),
                "There is no such " + what + ".",
                List.of(new FieldError(field, "names no " + what)),
                null);
    }

    /** One field, header or parameter is not what it must be. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(
                ProblemCode.INVALID_REQUEST.name(),
                ProblemCode.INVALID_REQUEST.status(),
                "The request is invalid.",
                List.of(new FieldError(field, message)),
                null);
    }

    /** A rule that the edge finds broken before the domain is asked. */
    public static ProblemException refused(String code, String detail) {
        return new ProblemException(code, ProblemStatus.ofRefusal(code), detail, List.of(), null);
    }

    /** As {@link #refused(String, String)}, for what one field asks. */
    public static ProblemException refused(String code, String detail, String field, String message) {
        return new ProblemException(
                code, ProblemStatus.ofRefusal(code), detail, List.of(new FieldError(field, message)), null);
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }

    List<FieldError> errors() {
        return errors;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
