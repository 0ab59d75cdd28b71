package dev.daybook.order.lifecycle;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import org.axonframework.common.AxonTransientException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What may go well when tried again rolls the batch back. Anything else would fail for ever and hold up every other
 * order: it is recorded, and the watchdog brings its order on.
 */
class LifecycleErrorHandler implements ListenerInvocationErrorHandler {
    private static final Logger log = LoggerFactory.getLogger(LifecycleErrorHandler.class);
    private static final List<Class<? extends Throwable>> TRANSIENT = List.of(
            AxonTransientException.class,
            AggregateStreamCreationException.class,
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            NonTransientDataAccessResourceException.class,
            TransactionException.class,
            SQLTransientException.class,
            SQLRecoverableException.class,
            SQLNonTransientConnectionException.class);
    /** Lost connections, and transactions that the database rolled back. */
    private static final List<String> TRANSIENT_SQL_STATES = List.of("08", "40");

    @Override
    public void onError(Exception exception, EventMessage<?> event, EventMessageHandler handler) throws Exception {
        if (isTransient(exception)) throw exception;
        log.error(
                "{} failed on {} {}; its order is left to the watchdog",
                handler.getTargetType().getSimpleName(),
                event.getPayloadType().getSimpleName(),
                event.getIdentifier(),
                exception);
    }

    private static boolean isTransient(@Nullable Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            var found = cause;
            if (TRANSIENT.stream().anyMatch(type -> type.isInstance(found))) return true;
            if (found instanceof SQLException sql && hasTransientState(sql)) return true;
        }
        return false;
    }

    private static boolean hasTransientState(SQLException error) {
        var state = error.getSQLState();
        return state != null && TRANSIENT_SQL_STATES.stream().anyMatch(state::startsWith);
    }
}
