package dev.daybook.query.rebuild;

import dev.daybook.query.Batch;
import java.sql.Connection;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionException;

/**
 * Undoes what one event wrote when it fails, and nothing else of its batch: a savepoint before each event, gone back to
 * before its letter is parked. So rows, letters and token commit together, and a batch that is rolled back parks nothing.
 * What fails for a passing reason (a deadlock, a lost connection) is no letter: the batch is tried again.
 *
 * <p>All of this is only for a batch that has failed once. At first a batch is handled as a whole, without savepoints, and
 * whatever fails in it fails all of it.
 */
class EventByEvent
        implements MessageHandlerInterceptor<EventMessage<?>>,
                ListenerInvocationErrorHandler,
                EnqueuePolicy<EventMessage<?>> {
    private static final String SAVEPOINT = EventByEvent.class.getName();
    private static final String WHOLE = EventByEvent.class.getName() + ".whole";

    private final DataSource dataSource;

    EventByEvent(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Lets a batch fail as a whole. */
    static void asAWhole(UnitOfWork<?> batch) {
        batch.resources().put(WHOLE, true);
    }

    private static boolean isWhole(UnitOfWork<?> part) {
        return part.root().resources().containsKey(WHOLE);
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (isWhole(unitOfWork)) return chain.proceed();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            Savepoint savepoint = connection.setSavepoint();
            unitOfWork.resources().put(SAVEPOINT, savepoint);
            Object answer = chain.proceed();
            connection.releaseSavepoint(savepoint);
            return answer;
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    @Override
    public void onError(Exception exception, EventMessage<?> event, EventMessageHandler handler) throws Exception {
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        if (!isWhole(batch) && !isPassing(exception)) {
            Batch.forget(batch);
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try {
                Savepoint savepoint = batch.getResource(SAVEPOINT);
                connection.rollback(savepoint);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        }
        throw exception;
    }

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        boolean alreadyParked = letter instanceof JdbcDeadLetter;
        if (!alreadyParked && (isPassing(cause) || isWhole(CurrentUnitOfWork.get()))) throw new FailedBatch(cause);
        return Decisions.enqueue(ThrowableCause.truncated(cause));
    }

    private static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransactionException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException) return true;
        return false;
    }

    /** A projection, of which each event is written before the next is handled, unless the batch is handled as a whole. */
    static class Handler extends AnnotationEventHandlerAdapter {
        private final Object projection;

        Handler(Object projection, Configuration axon) {
            super(projection, axon.parameterResolverFactory(), axon.handlerDefinition(projection.getClass()));
            this.projection = projection;
        }

        @Override
        public @Nullable Object handle(EventMessage<?> event) throws Exception {
            Object answer = super.handle(event);
            UnitOfWork<?> batch = CurrentUnitOfWork.get();
            if (!isWhole(batch)) Batch.write(batch);
            return answer;
        }

        static boolean isOf(Object handler, Object projection) {
            return handler instanceof Handler known && known.projection == projection;
        }
    }

    /** Carries a failure past the queue, to the processor that tries the batch again. */
    static class FailedBatch extends RuntimeException {
        FailedBatch(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
