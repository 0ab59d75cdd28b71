package dev.daybook.query.rebuild;

/** Where a view stands between its slots. */
enum Phase {
    /** One slot serves, the other stands still. */
    STEADY,
    /** The other slot is cleared and reads all events again. */
    REBUILDING,
    /** The other slot reads on from where it stood. */
    SWITCHING_BACK,
    /** The serving slot stands still, until the other has read what it had read. */
    HANDING_OVER
}
