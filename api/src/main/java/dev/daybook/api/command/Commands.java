package dev.daybook.api.command;

import dev.daybook.api.problem.ProblemCode;
import dev.daybook.api.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends commands and waits for their answer, not for ever. Every command has a connection before it waits for its aggregate, so
 * no more are sent at once than leave as many connections to whoever has the aggregate, to views and to queries.
 */
@Component
public class Commands {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(5);
    private static final Duration BREATHER = Duration.ofSeconds(5);

    private final CommandGateway gateway;
    private final Semaphore places;

    Commands(CommandGateway gateway, @Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
        this.gateway = gateway;
        this.places = new Semaphore(Math.max(1, connections / 2), true);
    }

    public <R> R send(Object command) {
        return await(inTurn(() -> gateway.<R>send(command)));
    }

    /** For what sends its commands by itself, and waits. */
    public <R> R inTurn(Supplier<R> work) {
        try {
            if (!places.tryAcquire(LONGEST_QUEUE.toMillis(), TimeUnit.MILLISECONDS))
                throw new ProblemException(
                        ProblemCode.OVERLOADED, "Too many changes are waiting. Try again.", BREATHER);
        } catch (InterruptedException stopping) {
            throw stopping();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    static <R> R await(CompletableFuture<R> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException("no answer", failed.getCause());
        } catch (TimeoutException late) {
            throw new ProblemException(
                    ProblemCode.UNAVAILABLE,
                    "There was no answer in time; whether the request had its effect is not known.",
                    BREATHER);
        } catch (InterruptedException stopping) {
            throw stopping();
        }
    }

    private static ProblemException stopping() {
        Thread.currentThread().interrupt();
        return new ProblemException(ProblemCode.UNAVAILABLE, "The service is stopping.", BREATHER);
    }
}
