package dev.daybook.order.contract;

import java.time.Duration;

/** How long carriers take. Drawn once, when an order ships, and recorded in its event. */
public interface DeliveryTimes {
    Duration draw();
}
