package dev.daybook.api.config;

import io.opentelemetry.context.Context;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Repeats a command that collided with another, on an aggregate or on a lock of the database, after a random and growing pause. Nothing else is
 * repeated: a refusal stays a refusal. Inside a unit of work (a process handling an event) nothing is repeated either,
 * because a repeat on another thread would wait for the locks that the unit of work holds.
 */
class ConcurrencyRetryScheduler implements RetryScheduler, AutoCloseable {
    private static final int MAX_ATTEMPTS = 8;
    private static final int FIRST_PAUSE_MILLIS = 10;

    private final ScheduledExecutorService executor =
            Executors.newScheduledThreadPool(2, new AxonThreadFactory("command-retry"));

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public boolean scheduleRetry(
            CommandMessage commandMessage,
            RuntimeException lastFailure,
            List<Class<? extends Throwable>[]> failures,
            Runnable commandDispatch) {
        if (!isCollision(lastFailure) || failures.size() >= MAX_ATTEMPTS || CurrentUnitOfWork.isStarted()) return false;
        int longest = FIRST_PAUSE_MILLIS << failures.size();
        executor.schedule(
                Context.current().wrap(commandDispatch),
                ThreadLocalRandom.current().nextInt(longest) + 1L,
                TimeUnit.MILLISECONDS);
        return true;
    }

    /** Axon reports a collision on an aggregate's first event as something else. */
    private static boolean isCollision(RuntimeException failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || Collisions.isUndone(failure);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
