package dev.daybook.query;

import dev.daybook.catalog.contract.ConcernsOrder;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;

/** The story of one order in order, whichever aggregates tell it; everything else by its aggregate. */
public final class OrderSequencing implements SequencingPolicy<EventMessage<?>> {
    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> event) {
        if (event.getPayload() instanceof ConcernsOrder concerning)
            return concerning.orderId().value();
        return event instanceof DomainEventMessage<?> domainEvent
                ? domainEvent.getAggregateIdentifier()
                : event.getIdentifier();
    }
}
