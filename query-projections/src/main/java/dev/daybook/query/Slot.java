package dev.daybook.query;

/** Every view's rows live in two slots: one serves, the other is being rebuilt, is kept for a switch back, or is empty. */
public enum Slot {
    A,
    B;

    public Slot other() {
        return this == A ? B : A;
    }

    /** The name of the event processor, and of the processing group, that keeps this slot of {@code view}. */
    public String processorOf(String view) {
        return view + (this == A ? "-a" : "-b");
    }
}
