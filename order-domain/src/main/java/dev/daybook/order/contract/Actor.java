package dev.daybook.order.contract;

/**
 * Who asked for a cancellation.
 *
 * @param id the account's id, or the name of the process
 */
public record Actor(Kind kind, String id) {
    /** In what capacity. */
    public enum Kind {
        CUSTOMER,
        ADMIN,
        SYSTEM
    }

    /** The order lifecycle process itself. */
    public static final Actor LIFECYCLE = new Actor(Kind.SYSTEM, "order-lifecycle");
}
