package dev.daybook.order.contract;

/** Where an order stands, as the outside sees it. */
public enum OrderStatus {
    CREATED,
    PROCESSING,
    SHIPPING,
    DELIVERED,
    CANCELLED;

    /** Whether no other status can follow. */
    public boolean isTerminal() {
        return this == DELIVERED || this == CANCELLED;
    }
}
