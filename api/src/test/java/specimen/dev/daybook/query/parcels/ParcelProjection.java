package specimen.dev.daybook.query.parcels;

import org.axonframework.eventhandling.EventHandler;

/** Counts on at a rebuild. */
public class ParcelProjection {
    private int parcels;

    @EventHandler
    void on(String event) {
        parcels++;
    }

    int parcels() {
        return parcels;
    }
}
