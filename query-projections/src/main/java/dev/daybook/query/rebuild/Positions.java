package dev.daybook.query.rebuild;

import dev.daybook.query.EventSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far the processors have read: as this node knows where it reads itself, else as the token store tells. The store is
 * read without Axon's token store, which would claim what it reads.
 */
@Component
class Positions {
    private final Configuration axon;
    private final EventProcessingConfiguration processing;
    private final EventSource source;
    private final JdbcClient jdbc;
    private final String tokensOfProcessor;

    Positions(
            Configuration axon,
            EventProcessingConfiguration processing,
            EventSource source,
            JdbcClient jdbc,
            ObjectProvider<TokenSchema> schemas) {
        this.axon = axon;
        this.processing = processing;
        this.source = source;
        this.jdbc = jdbc;
        TokenSchema schema = schemas.getIfAvailable(TokenSchema::new);
        this.tokensOfProcessor = "select %s, %s, %s from %s where %s = ?"
                .formatted(
                        schema.segmentColumn(),
                        schema.tokenColumn(),
                        schema.tokenTypeColumn(),
                        schema.tokenTable(),
                        schema.processorNameColumn());
    }

    ViewProcessor processor(String name) {
        return processing
                .eventProcessor(name, ViewProcessor.class)
                .orElseThrow(() -> new IllegalStateException("there is no processor " + name));
    }

    /** The position of the newest event, -1 when there is none. */
    long head() {
        return position(source.in(axon).createHeadToken());
    }

    @Nullable
    TrackingToken tail() {
        return source.in(axon).createTailToken();
    }

    /** The position that every segment of a processor has reached, -1 before any. */
    long of(String processor) {
        return tokens(processor).stream()
                .mapToLong(token -> position(token.orElse(null)))
                .min()
                .orElse(-1);
    }

    /** Whether every segment of a processor has read everything that {@code others} have read. */
    boolean covers(String processor, List<Optional<TrackingToken>> others) {
        List<Optional<TrackingToken>> tokens = tokens(processor);
        return others.stream()
                .flatMap(Optional::stream)
                .allMatch(other -> !tokens.isEmpty()
                        && tokens.stream()
                                .allMatch(token -> token.filter(reached -> reached.covers(other))
                                        .isPresent()));
    }

    /** When the oldest event was written that some segment of a processor has not read. */
    Optional<Instant> oldestUnread(String processor) {
        return tokens(processor).stream()
                .min(Comparator.comparingLong(token -> position(token.orElse(null))))
                .flatMap(token -> firstAfter(token.orElse(null)));
    }

    private Optional<Instant> firstAfter(@Nullable TrackingToken token) {
        try (var events = source.in(axon).openStream(token)) {
            return events.hasNextAvailable(1, TimeUnit.SECONDS)
                    ? Optional.of(events.nextAvailable().getTimestamp())
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static long position(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    private List<Optional<TrackingToken>> tokens(String processor) {
        Map<Integer, EventTrackerStatus> here = processor(processor).processingStatus();
        List<Optional<TrackingToken>> tokens = new ArrayList<>();
        jdbc.sql(tokensOfProcessor).param(processor).query(row -> {
            EventTrackerStatus status = here.get(row.getInt(1));
            tokens.add(Optional.ofNullable(
                    status != null ? status.getTrackingToken() : read(row.getBytes(2), row.getString(3))));
        });
        return tokens;
    }

    private @Nullable TrackingToken read(byte @Nullable [] token, @Nullable String type) {
        if (token == null || type == null) return null;
        TrackingToken stored =
                axon.serializer().deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return WrappedToken.unwrapLowerBound(stored);
    }
}
