package dev.daybook.api.wire;

import dev.daybook.api.config.Collisions;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.axonframework.axonserver.connector.ErrorCode;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.axonserver.connector.query.AxonServerQueryDispatchException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.ExceptionUtils;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * How a command failed, in a form that travels. An exception of the node that handled the command arrives as a message
 * only; this is put into its details, and becomes an exception again where the command came from. Refusals travel by themselves.
 */
public enum WireFailure {
    /** There is no such aggregate. */
    UNKNOWN((message, cause) -> new AggregateNotFoundException("", message, cause)),
    /** The aggregate is not at the version that the command expects. */
    STALE(ConflictingModificationException::new),
    /** Another command was faster; a repeat sees what it did. */
    COLLIDED(ConcurrencyException::new),
    /** A part was away; whether the command had its effect is not always known. */
    AWAY(EngineAwayException::new);

    /** Nobody answered, or nobody is there to answer: all else that a server says is about what it was asked. */
    private static final Set<Status.Code> AWAY_STATUSES =
            Set.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED, Status.Code.CANCELLED, Status.Code.ABORTED);

    /** Where Axon Server says what is wrong, if it says so itself. */
    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private static final Set<String> AWAY_CODES = Set.of(
            ErrorCode.CONNECTION_FAILED.errorCode(),
            ErrorCode.NO_EVENT_STORE_MASTER_AVAILABLE.errorCode(),
            ErrorCode.NO_HANDLER_FOR_COMMAND.errorCode(),
            ErrorCode.COMMAND_DISPATCH_ERROR.errorCode(),
            ErrorCode.NO_HANDLER_FOR_QUERY.errorCode(),
            ErrorCode.QUERY_DISPATCH_ERROR.errorCode());

    private static final List<Class<? extends Throwable>> DATABASE_AWAY = List.of(
            TransientDataAccessException.class,
            DataAccessResourceFailureException.class,
            CannotCreateTransactionException.class);

    // a function rather than a body: constants with a body are classes of their own, which no serializer reads again
    private final BiFunction<String, Throwable, RuntimeException> exception;

    WireFailure(BiFunction<String, Throwable, RuntimeException> exception) {
        this.exception = exception;
    }

    /** As it is thrown where the command was sent. */
    RuntimeException exception(Throwable cause) {
        return exception.apply(String.valueOf(cause.getMessage()), cause);
    }

    /** What a failure on this node comes to; nothing for a refusal, and for a fault in the program. */
    static Optional<WireFailure> of(Throwable failure) {
        if (Collisions.isUndone(failure)) return Optional.of(COLLIDED);
        // a command that cannot be written was not dispatched either, and never will be
        if (ExceptionUtils.findException(failure, SerializationException.class).isPresent()) return Optional.empty();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CommandExecutionException) return told(cause);
            if (cause instanceof AggregateNotFoundException) return Optional.of(UNKNOWN);
            if (cause instanceof ConflictingModificationException) return Optional.of(STALE);
            if (cause instanceof ConcurrencyException
                    || cause instanceof AggregateStreamCreationException
                    || wasFirst(cause)) return Optional.of(COLLIDED);
            if (cause instanceof EngineAwayException || isAway(cause)) return Optional.of(AWAY);
        }
        return Optional.empty();
    }

    /** Whether Axon Server, or all who would have answered through it, are away. */
    public static boolean meansAway(Throwable failure) {
        return of(failure).filter(AWAY::equals).isPresent();
    }

    private static Optional<WireFailure> told(Throwable failure) {
        Object details = ((CommandExecutionException) failure).getDetails().orElse(null);
        return details instanceof WireFailure told ? Optional.of(told) : Optional.empty();
    }

    /** Axon Server's word that the aggregate has a later event. */
    private static boolean wasFirst(Throwable cause) {
        return ErrorCode.INVALID_EVENT_SEQUENCE.errorCode().equals(codeOf(cause));
    }

    private static boolean isAway(Throwable cause) {
        String code = codeOf(cause);
        if (code != null) return AWAY_CODES.contains(code);
        return cause instanceof NoHandlerForCommandException
                || cause instanceof NoHandlerForQueryException
                || cause instanceof TimeoutException
                || cause instanceof StatusRuntimeException status
                        && AWAY_STATUSES.contains(status.getStatus().getCode())
                || DATABASE_AWAY.stream().anyMatch(type -> type.isInstance(cause));
    }

    private static @Nullable String codeOf(Throwable cause) {
        if (cause instanceof io.axoniq.axonserver.connector.AxonServerException said)
            return said.getErrorCategory().errorCode();
        if (cause instanceof org.axonframework.axonserver.connector.AxonServerException said) return said.code();
        if (cause instanceof AxonServerCommandDispatchException said) return said.getErrorCode();
        if (cause instanceof AxonServerQueryDispatchException said) return said.code();
        if (cause instanceof StatusRuntimeException said && said.getTrailers() != null)
            return said.getTrailers().get(CODE);
        return null;
    }
}
