package dev.daybook.query;

/** Every view's rows live in two slots: one serves, the other is being rebuilt, is kept for a switch back, or is empty. */
public enum Slot {
    A,
    B;

    public Slot other() {
        return this == A ? B : A;
    }
}
