package dev.daybook.query;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How the views are kept.
 *
 * @param batchSize events that share a transaction
 * @param segments parts of a view's stream that may be read at once; takes effect when a slot is rebuilt
 * @param longestWait how long a write waits for the views at most
 * @param rest from one look for new events to the next at least, so that more of them share a transaction
 */
@ConfigurationProperties("daybook.views")
public record ViewSettings(
        @DefaultValue("200") int batchSize,
        @DefaultValue("1") int segments,
        @Name("wait") @DefaultValue("2s") Duration longestWait,
        @DefaultValue("10ms") Duration rest) {
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    public ViewSettings {
        require(batchSize > 0, "batch-size must be positive");
        require(segments > 0, "segments must be positive");
        require(!longestWait.isNegative(), "wait must not be negative");
        require(
                !rest.isNegative() && rest.compareTo(LONGEST_REST) <= 0,
                "rest must not be negative, nor more than a second");
    }

    private static void require(boolean holds, String message) {
        if (!holds) throw new IllegalArgumentException("daybook.views." + message);
    }
}
