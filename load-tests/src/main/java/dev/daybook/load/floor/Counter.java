package dev.daybook.load.floor;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.daybook.load.floor.CounterCommand.Count;
import dev.daybook.load.floor.CounterCommand.CreateCounter;
import dev.daybook.load.floor.CounterEvent.Counted;
import dev.daybook.load.floor.CounterEvent.CounterCreated;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** A counter is created, and counts for ever. */
class Counter {
    @AggregateIdentifier
    private String id;

    private long count;

    private Counter() {} // Axon sources events into an empty instance

    // --- decisions

    @CommandHandler
    Counter(CreateCounter command) {
        apply(new CounterCreated(command.counterId()));
    }

    @CommandHandler
    void decide(Count command) {
        apply(new Counted(id, count + 1));
    }

    // --- facts

    @EventSourcingHandler
    private void on(CounterCreated event) {
        id = event.counterId();
    }

    @EventSourcingHandler
    private void on(Counted event) {
        count = event.count();
    }
}
