package dev.daybook.api.config;

import java.util.List;
import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start on tokens that are not about the events at hand: they were written beside another engine, which counts
 * otherwise, or are beyond the newest event, as after a restore of older events than tables. Whatever is written up to
 * there would never be handled.
 */
@Component
class TokensOfAnotherBook implements SmartLifecycle {
    private static final String ADVICE =
            " The tables and the events do not belong together: restore both, or start on a new database. See docs/axonserver.md.";

    private final JdbcClient database;
    private final Serializer serializer;
    private final EventStore events;
    private volatile boolean running;

    TokensOfAnotherBook(JdbcClient database, Serializer generalSerializer, EventStore events) {
        this.database = database;
        this.serializer = generalSerializer;
        this.events = events;
    }

    @Override
    public void start() {
        refuse();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before every processor. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private void refuse() {
        List<Stored> tokens = database.sql(
                        "select processorName, token, tokenType from token_entry where token is not null")
                .query((row, number) -> new Stored(row.getString(1), token(row.getBytes(2), row.getString(3))))
                .list();
        // asked after them, because others go on meanwhile
        TrackingToken head = events.createHeadToken();
        tokens.forEach(token -> refuse(token, head));
    }

    private static void refuse(Stored stored, @Nullable TrackingToken head) {
        TrackingToken token = stored.token();
        if (token == null || token instanceof ConfigToken) return;
        if (head != null && token.getClass() != head.getClass())
            throw new IllegalStateException(
                    ("The token of processor '%s' is a %s, but the event store at hand counts by" + " %s.")
                                    .formatted(
                                            stored.processor(),
                                            token.getClass().getSimpleName(),
                                            head.getClass().getSimpleName())
                            + ADVICE);
        long newest = position(head).orElse(-1);
        long read = position(token).orElse(-1);
        if (read > newest)
            throw new IllegalStateException("Processor '%s' has read up to position %d, but the event store ends at %d."
                            .formatted(stored.processor(), read, newest)
                    + ADVICE);
    }

    private static OptionalLong position(@Nullable TrackingToken token) {
        return token == null ? OptionalLong.empty() : token.position();
    }

    private @Nullable TrackingToken token(byte[] token, String type) {
        TrackingToken stored = serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return WrappedToken.unwrapUpperBound(stored);
    }

    private record Stored(String processor, @Nullable TrackingToken token) {}
}
