package dev.daybook.query.rebuild;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events that a view could not read, parked with those that follow them in the same sequence. */
public interface DeadLetters {
    /** The parked letters of every serving slot, at most 1,000, by view and sequence. */
    List<Letter> all();

    /**
     * Reads the parked letters of a view again, sequence by sequence.
     *
     * @return how many sequences were read to their end
     * @throws ProjectionException UNKNOWN_PROJECTION
     */
    int retry(String view);

    /** One parked event; {@code cause} names the first failure of its sequence. */
    record Letter(
            String view,
            String sequence,
            String eventId,
            String type,
            Instant at,
            @Nullable String cause,
            Instant parkedAt) {}
}
