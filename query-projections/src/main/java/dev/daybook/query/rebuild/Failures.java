package dev.daybook.query.rebuild;

import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.jspecify.annotations.Nullable;

/** Lets a failed batch fail, so that it is tried again, and keeps why until one succeeds. */
class Failures implements ErrorHandler {
    private volatile @Nullable String last;

    @Override
    public void handleError(ErrorContext context) throws Exception {
        Throwable error = context.error();
        last = error.getClass().getSimpleName() + ": " + error.getMessage();
        PropagatingErrorHandler.instance().handleError(context);
    }

    void forget() {
        last = null;
    }

    @Nullable
    String last() {
        return last;
    }
}
