package dev.daybook.query;

import dev.daybook.catalog.contract.Receipt;
import java.util.Set;

/** Lets the edge wait until views show what it has just written. */
public interface ReadYourWrites {
    /**
     * Waits until each of {@code views} (names) shows {@code receipt}'s sequence, at most {@code daybook.views.wait}
     * (2 s).
     *
     * @return false when the time ran out first
     */
    boolean await(Receipt receipt, Set<String> views);
}
