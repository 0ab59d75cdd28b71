package specimen.dev.daybook.order.parcel;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateLifecycle;

/** Handles texts, and tells all the world what happened, and when. */
public class Parcel {
    private long sentAt;

    @CommandHandler
    void decide(String command) {
        AggregateLifecycle.apply("sent");
    }

    @EventSourcingHandler
    public void on(String event, Clock clock) {
        sentAt = clock.millis();
    }

    long sentAt() {
        return sentAt;
    }
}
