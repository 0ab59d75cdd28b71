package dev.daybook.query;

/** Which slot of a view its queries read. Asked for every query, so that a flip is seen at once on every node. */
public interface ServingSlots {
    Slot serving(String view);
}
