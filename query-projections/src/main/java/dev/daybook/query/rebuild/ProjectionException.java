package dev.daybook.query.rebuild;

/** An operation on a view that cannot be. */
public class ProjectionException extends RuntimeException {
    /** Why. */
    public enum Problem {
        UNKNOWN_PROJECTION,
        ALREADY_REPLAYING,
        NOTHING_TO_SWITCH_BACK_TO
    }

    private final Problem problem;

    public ProjectionException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
