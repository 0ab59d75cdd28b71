package dev.daybook.api.command;

import dev.daybook.api.problem.ProblemCode;
import dev.daybook.api.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Sends commands and waits for their answer, not for ever. */
@Component
public class Commands {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CommandGateway gateway;

    Commands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    public <R> R send(Object command) {
        CompletableFuture<R> answer = gateway.send(command);
        return await(answer);
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
                    Duration.ofSeconds(5));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemCode.UNAVAILABLE, "The service is stopping.", Duration.ofSeconds(5));
        }
    }
}
