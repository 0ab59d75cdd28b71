package dev.daybook.query.rebuild;

import dev.daybook.query.Slot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of view_slot. */
record ViewSlot(
        String view,
        Slot serving,
        Phase phase,
        boolean otherHoldsRows,
        boolean otherCleared,
        Instant servingSince,
        @Nullable Instant handingOverSince,
        @Nullable Long startPosition,
        @Nullable String lastError) {
    String servingProcessor() {
        return serving.processorOf(view);
    }

    String otherProcessor() {
        return serving.other().processorOf(view);
    }

    boolean isReplaying() {
        return phase != Phase.STEADY;
    }
}
