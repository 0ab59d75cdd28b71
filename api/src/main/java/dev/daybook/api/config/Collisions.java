package dev.daybook.api.config;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Failures that mean another transaction was faster, by the codes of H2 and MySQL: the standard's states alone tell neither a
 * duplicate key from another broken constraint, nor MySQL's lock timeout from a fault.
 */
public final class Collisions {
    private static final Set<Integer> DUPLICATE_KEY = Set.of(23505, 1062);
    private static final Set<Integer> LOCK_TIMEOUT = Set.of(50200, 1205);

    /** Deadlocks and failed serializations. */
    private static final String ROLLED_BACK = "40";

    private Collisions() {}

    /** Whether something came between; a repeat sees what. */
    static boolean isCollision(Throwable failure) {
        return any(failure, error -> DUPLICATE_KEY.contains(error.getErrorCode()) || wasUndone(error));
    }

    /** Whether the database gave a transaction up in favour of another. */
    public static boolean isUndone(Throwable failure) {
        return any(failure, Collisions::wasUndone);
    }

    private static boolean wasUndone(SQLException error) {
        return LOCK_TIMEOUT.contains(error.getErrorCode())
                || error.getSQLState() != null && error.getSQLState().startsWith(ROLLED_BACK);
    }

    private static boolean any(Throwable failure, Predicate<SQLException> wanted) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException error && wanted.test(error)) return true;
        return false;
    }
}
