package dev.daybook.load.floor;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a counter. */
sealed interface CounterCommand {
    @TargetAggregateIdentifier
    String counterId();

    record CreateCounter(String counterId) implements CounterCommand {}

    record Count(String counterId) implements CounterCommand {}
}
