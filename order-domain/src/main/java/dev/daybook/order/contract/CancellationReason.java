package dev.daybook.order.contract;

/** Why an order was cancelled. A closed list, because free text would carry personal data into the event store. */
public enum CancellationReason {
    CHANGED_MIND,
    ORDERED_BY_MISTAKE,
    DELIVERY_TOO_SLOW,
    OTHER,
    /** The process found too little stock. */
    OUT_OF_STOCK,
    /** The payment fell due. */
    PAYMENT_TIMEOUT;

    /** Whether only the process gives this reason. */
    public boolean isSystem() {
        return this == OUT_OF_STOCK || this == PAYMENT_TIMEOUT;
    }
}
