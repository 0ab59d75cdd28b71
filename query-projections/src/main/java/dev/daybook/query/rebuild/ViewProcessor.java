package dev.daybook.query.rebuild;

import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.unitofwork.UnitOfWork;
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

    @Override
    protected void processInUnitOfWork(
            List<? extends EventMessage<?>> events,
            UnitOfWork<? extends EventMessage<?>> unitOfWork,
            Collection<Segment> segments)
            throws Exception {
        super.processInUnitOfWork(events, unitOfWork, segments);
        failures.forget();
    }

    /** Why this processor stands in error on this node; one that is not meant to run never does. */
    @Nullable
    String failure() {
        if (!isRunning()) return null;
        String last = failures.last();
        return last == null && isError() ? "the events or the token cannot be read" : last;
    }
}
