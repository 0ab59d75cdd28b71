package dev.daybook.api.config;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowingTheEventStoreTest {
    @Test
    void takesABreathWhileTheStoreIsAway() {
        var store = new AwayStore();
        var source = new WakingEventSource(store);

        source.start();
        try {
            await("the store was asked").until(() -> store.asked.get() > 0);
            await("the store is left alone").during(Duration.ofMillis(300)).until(() -> store.asked.get() == 1);
            await("the store is asked again").until(() -> store.asked.get() > 1);
        } finally {
            source.stop();
        }
    }

    /** A store that cannot be reached. */
    private static class AwayStore implements StreamableMessageSource<TrackedEventMessage<?>> {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public TrackingToken createHeadToken() {
            asked.incrementAndGet();
            throw new IllegalStateException("away on purpose");
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken from) {
            throw new IllegalStateException("away on purpose");
        }
    }
}
