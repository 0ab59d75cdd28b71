package specimen.dev.daybook.order.parcel;

import org.axonframework.eventhandling.EventHandler;

/** Would apologize again at every replay. */
public class WhenParcelLostThenApologize {
    @EventHandler
    void react(String event) {}
}
