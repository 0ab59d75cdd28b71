package dev.daybook.query.rebuild;

import dev.daybook.query.Slot;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a view is doing.
 *
 * @param state SERVING; REBUILDING or SWITCHING_BACK while the other slot catches up; FAILED when a processor stands in
 *     error
 * @param position global position up to which the serving slot has read, -1 before any
 * @param head global position of the newest event, -1 when there is none
 * @param lag events between the two
 * @param eventsPerSecond current rate of the slot that is moving
 * @param replaying whether the other slot is catching up
 * @param progress 0 to 1 of a running rebuild, 1 when none runs
 * @param eta time left of a running rebuild, null when none runs or it cannot be told yet
 * @param canSwitchBack whether the other slot still holds the former rows
 * @param deadLetters letters parked for the serving slot
 * @param lastError why the last rebuild failed, or why a processor stands in error
 */
public record ProjectionStatus(
        String name,
        State state,
        Slot serving,
        long position,
        long head,
        long lag,
        double eventsPerSecond,
        boolean replaying,
        double progress,
        @Nullable Duration eta,
        boolean canSwitchBack,
        long deadLetters,
        @Nullable String lastError) {
    /** See {@link ProjectionStatus}. */
    public enum State {
        SERVING,
        REBUILDING,
        SWITCHING_BACK,
        FAILED
    }
}
