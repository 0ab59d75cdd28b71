package dev.daybook.api.config;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The event store as pooled processors should see it. Streams of the embedded store offer no availability callback, as Axon
 * Server's do, so a processor at its tail would look for new events twice a second only; here one thread follows the store
 * and wakes them. It also knows the head of the book.
 */
class WakingEventSource implements StreamableMessageSource<TrackedEventMessage<?>>, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WakingEventSource.class);

    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private final StreamableMessageSource<TrackedEventMessage<?>> store;
    private final Set<Runnable> sleepers = ConcurrentHashMap.newKeySet();
    private volatile @Nullable TrackingToken head;
    private volatile @Nullable Thread follower;

    WakingEventSource(StreamableMessageSource<TrackedEventMessage<?>> store) {
        this.store = store;
    }

    /** Global position of the newest event seen; empty before any. */
    OptionalLong headPosition() {
        TrackingToken seen = head;
        return seen == null ? OptionalLong.empty() : seen.position();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return new WakingStream(store.openStream(trackingToken));
    }

    @Override
    public TrackingToken createTailToken() {
        return store.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return store.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return store.createTokenAt(dateTime);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return store.createTokenSince(duration);
    }

    @Override
    public void start() {
        Thread thread = Thread.ofPlatform().daemon().name("event-follower").unstarted(this::follow);
        follower = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = follower;
        follower = null;
        if (thread != null) thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }

    private void follow() {
        while (isRunning()) {
            try {
                head = store.createHeadToken();
                try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(head)) {
                    sleepers.forEach(Runnable::run); // of what came before, nobody was told
                    while (isRunning()) {
                        if (!stream.hasNextAvailable(1, TimeUnit.SECONDS)) continue;
                        do head = stream.nextAvailable().trackingToken();
                        while (stream.hasNextAvailable());
                        sleepers.forEach(Runnable::run);
                    }
                }
            } catch (InterruptedException e) {
                return; // only stop() interrupts
            } catch (RuntimeException e) {
                if (!isRunning()) return;
                // Until then processors look by themselves, every few seconds; so go on rather than die.
                LOG.warn("Following the event store failed; starting again", e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_DELAY);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private final class WakingStream implements BlockingStream<TrackedEventMessage<?>> {
        private final BlockingStream<TrackedEventMessage<?>> stream;
        private @Nullable Runnable callback;

        private WakingStream(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            if (stream.setOnAvailableCallback(callback)) return true;
            this.callback = callback;
            sleepers.add(callback);
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public void close() {
            if (callback != null) sleepers.remove(callback);
            stream.close();
        }
    }
}
