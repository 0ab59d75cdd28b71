package dev.daybook.order.contract;

/** The port to an engine on which a transaction may be over, and seen by others, before it is certain to last. */
@FunctionalInterface
public interface Durability {
    /** Returns when everything that was committed before the call outlives a killed process. */
    void await();
}
