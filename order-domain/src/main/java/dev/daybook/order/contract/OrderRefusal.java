package dev.daybook.order.contract;

import dev.daybook.catalog.contract.Refusal;

/** Why an order or a payment refuses a command. */
public enum OrderRefusal implements Refusal {
    /** Too late to cancel, for the one who asked. */
    NOT_CANCELLABLE,
    /** The order is not waiting for another payment. */
    PAYMENT_NOT_RETRYABLE,
    /** The provider offers no such payment method. */
    UNKNOWN_PAYMENT_METHOD,
    /** The step does not follow the status the order has. */
    STEP_NOT_POSSIBLE,
    /** The payment cannot go that way from where it stands. */
    PAYMENT_STEP_NOT_POSSIBLE,
    /** The lines do not add up to the total in one currency. */
    TOTAL_MISMATCH
}
