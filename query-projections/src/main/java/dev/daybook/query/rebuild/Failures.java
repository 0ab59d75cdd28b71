package dev.daybook.query.rebuild;

import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;

/** Lets a failed batch fail, so that it is tried again, and keeps why. */
class Failures implements ErrorHandler {
    private volatile String last = "the events or the token cannot be read";

    @Override
    public void handleError(ErrorContext context) throws Exception {
        Throwable error = context.error();
        last = error.getClass().getSimpleName() + ": " + error.getMessage();
        PropagatingErrorHandler.instance().handleError(context);
    }

    String last() {
        return last;
    }
}
