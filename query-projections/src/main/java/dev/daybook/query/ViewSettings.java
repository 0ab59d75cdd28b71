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
 * @param rest after a view has looked for events, before it looks again; the more events share a transaction
 */
@ConfigurationProperties("daybook.views")
public record ViewSettings(
        @DefaultValue("200") int batchSize,
        @DefaultValue("1") int segments,
        @Name("wait") @DefaultValue("2s") Duration longestWait,
        @DefaultValue("10ms") Duration rest) {
    public ViewSettings {
        require(batchSize > 0, "batch-size must be positive");
        require(segments > 0, "segments must be positive");
        require(!longestWait.isNegative(), "wait must not be negative");
        require(!rest.isNegative(), "rest must not be negative");
    }

    private static void require(boolean holds, String message) {
        if (!holds) throw new IllegalArgumentException("daybook.views." + message);
    }
}
