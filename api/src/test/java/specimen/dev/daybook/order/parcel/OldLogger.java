package specimen.dev.daybook.order.parcel;

import java.util.logging.Logger;

public class OldLogger {
    private final Logger logger = Logger.getLogger("parcels");

    void log() {
        logger.info("a parcel was sent");
    }
}
