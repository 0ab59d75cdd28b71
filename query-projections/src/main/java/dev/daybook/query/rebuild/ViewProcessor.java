package dev.daybook.query.rebuild;

import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.lifecycle.Phase;
import org.jspecify.annotations.Nullable;

/** A pooled processor that Axon only stops: whether it runs is told by its view's row. */
class ViewProcessor extends PooledStreamingEventProcessor {
    private final Failures failures;

    ViewProcessor(Builder builder, Failures failures) {
        super(builder.errorHandler(failures));
        this.failures = failures;
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry registry) {
        registry.onShutdown(Phase.INBOUND_EVENT_CONNECTORS, this::shutdownAsync);
    }

    /** Why the last batch failed, while the processor stands in error. */
    @Nullable
    String failure() {
        return isRunning() && isError() ? failures.last() : null;
    }
}
