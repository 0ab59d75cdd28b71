package dev.daybook.order.contract;

/** Where a payment stands. */
public enum PaymentStatus {
    /** Asked of the provider, no definite answer yet. */
    PENDING,
    CAPTURED,
    DECLINED,
    /** Given up before an answer came; a capture that still arrives is refunded. */
    VOIDED,
    REFUND_REQUESTED,
    REFUNDED;

    /** Whether no money is held and none is on its way. */
    public boolean isSettled() {
        return this == DECLINED || this == VOIDED || this == REFUNDED;
    }
}
