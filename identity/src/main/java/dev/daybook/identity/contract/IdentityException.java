package dev.daybook.identity.contract;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refusal; its message holds no personal data. */
public class IdentityException extends RuntimeException {
    private final IdentityProblem problem;
    private final @Nullable Duration retryAfter;

    public IdentityException(IdentityProblem problem, String message, @Nullable Duration retryAfter) {
        super(message);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public IdentityProblem problem() {
        return problem;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
