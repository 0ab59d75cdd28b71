package dev.daybook.catalog.contract;

/** What holds between a stock and an order. */
public enum ReservationStatus {
    /** Set aside for the order, still on the shelf. */
    RESERVED,
    /** There was not enough; this answer holds for ever. */
    REJECTED,
    /** Has left the shelf. */
    DISPATCHED,
    /** Released or taken back; nothing is reserved for the order, and nothing will be. */
    UNDONE
}
