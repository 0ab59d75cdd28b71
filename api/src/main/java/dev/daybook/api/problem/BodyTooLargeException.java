package dev.daybook.api.problem;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown while a body is read, once it turns out longer than what is taken. */
public class BodyTooLargeException extends IOException {
    static final String DETAIL = "The body is larger than 64 KiB.";

    public BodyTooLargeException() {
        super(DETAIL);
    }

    static boolean among(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause())
            if (cause instanceof BodyTooLargeException) return true;
        return false;
    }
}
