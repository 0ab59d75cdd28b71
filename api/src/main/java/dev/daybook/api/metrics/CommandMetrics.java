package dev.daybook.api.metrics;

import dev.daybook.api.config.Collisions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.axonframework.monitoring.MessageMonitor;

/**
 * How long every attempt at a command took, its commit included, and what came of it. Commands that a process sends nest in the
 * transaction of its batch: what becomes of that at its end is not theirs.
 */
class CommandMetrics implements MessageMonitor<CommandMessage<?>> {
    private final MeterRegistry meters;
    private final Map<Attempt, Timer> timers = new ConcurrentHashMap<>();

    CommandMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    private enum Outcome {
        DONE,
        /** A rule said no, or what was meant does not exist, or has moved on. */
        REFUSED,
        /** Another command was faster; most are repeated. */
        COLLIDED,
        FAILED
    }

    private record Attempt(Class<?> command, Outcome outcome) {}

    @Override
    public MonitorCallback onMessageIngested(CommandMessage<?> command) {
        long start = System.nanoTime();
        return new MonitorCallback() {
            @Override
            public void reportSuccess() {
                record(command, Outcome.DONE, start);
            }

            @Override
            public void reportFailure(Throwable cause) {
                record(command, outcomeOf(cause), start);
            }

            @Override
            public void reportIgnored() {}
        };
    }

    private void record(CommandMessage<?> command, Outcome outcome, long start) {
        timers.computeIfAbsent(new Attempt(command.getPayloadType(), outcome), this::timer)
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Attempt attempt) {
        return Timer.builder("daybook.command.duration")
                .description("How long an attempt at a command took")
                .tag("command", attempt.command().getSimpleName())
                .tag("outcome", attempt.outcome().name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(Buckets.durations())
                .register(meters);
    }

    private static Outcome outcomeOf(Throwable cause) {
        return switch (cause) {
            case CommandExecutionException answered ->
                answered.getDetails().isPresent() ? Outcome.REFUSED : Outcome.FAILED;
            case AggregateNotFoundException unknown -> Outcome.REFUSED;
            case ConflictingModificationException stale -> Outcome.REFUSED;
            case ConcurrencyException collided -> Outcome.COLLIDED;
            case AggregateStreamCreationException collided -> Outcome.COLLIDED;
            default -> Collisions.isUndone(cause) ? Outcome.COLLIDED : Outcome.FAILED;
        };
    }
}
