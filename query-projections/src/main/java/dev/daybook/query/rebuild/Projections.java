package dev.daybook.query.rebuild;

import java.time.Duration;
import java.util.List;

/** The operator's hold on the views. */
public interface Projections {
    /** Every view, by name. */
    List<ProjectionStatus> all();

    /** How long the oldest event that a view has not read has been in the book; zero when it has read everything. */
    Duration behind(ProjectionStatus view);

    /**
     * Rebuilds a view from the events, beside the slot that serves; returns at once.
     *
     * @throws ProjectionException UNKNOWN_PROJECTION or ALREADY_REPLAYING
     */
    ProjectionStatus rebuild(String view);

    /**
     * Lets the slot that served before serve again, as soon as it has caught up; returns at once.
     *
     * @throws ProjectionException UNKNOWN_PROJECTION, ALREADY_REPLAYING or NOTHING_TO_SWITCH_BACK_TO
     */
    ProjectionStatus switchBack(String view);
}
