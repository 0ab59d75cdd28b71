package dev.daybook.api.config;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.daybook.api.cart.Backlog;
import dev.daybook.order.lifecycle.OrderLifecycle;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares the position that the process has read to with the head of the book. Where the process runs on another node,
 * that is the position it has last committed.
 */
@Component
class LifecycleBacklog implements Backlog {
    /** So that many checkouts at once do not ask for the same row. */
    private static final Duration GOOD_FOR = Duration.ofMillis(500);

    private final EventProcessingConfiguration processing;
    private final WakingEventSource source;
    private final JdbcClient database;
    private final Serializer tokens;
    private final Cache<String, OptionalLong> committed =
            Caffeine.newBuilder().expireAfterWrite(GOOD_FOR).build();

    LifecycleBacklog(
            EventProcessingConfiguration processing,
            WakingEventSource source,
            JdbcClient database,
            Serializer generalSerializer) {
        this.processing = processing;
        this.source = source;
        this.database = database;
        this.tokens = generalSerializer;
    }

    @Override
    public long unreadEvents() {
        OptionalLong read = readHere().orElseGet(() -> committed.get(OrderLifecycle.PROCESSING_GROUP, this::committed));
        return Math.max(0, source.headPosition().orElse(-1) - read.orElse(-1));
    }

    private Optional<OptionalLong> readHere() {
        return processing
                .eventProcessor(OrderLifecycle.PROCESSING_GROUP, StreamingEventProcessor.class)
                .flatMap(processor ->
                        processor.processingStatus().values().stream().findFirst())
                .map(EventTrackerStatus::getCurrentPosition);
    }

    private OptionalLong committed(String processor) {
        return database.sql("select token, tokenType from token_entry where processorName = ? and segment = 0")
                .param(processor)
                .query((row, number) -> position(row.getBytes(1), row.getString(2)))
                .optional()
                .orElseGet(OptionalLong::empty);
    }

    private OptionalLong position(byte @Nullable [] token, @Nullable String type) {
        if (token == null || type == null) return OptionalLong.empty();
        TrackingToken read = tokens.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read.position();
    }
}
