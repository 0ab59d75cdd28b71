package dev.daybook.query.rebuild;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** A pooled processor that Axon only stops: whether it runs is told by its view's row. */
class ViewProcessor extends PooledStreamingEventProcessor {
    private final Failures failures;
    /** Segments whose last batch failed. */
    private final Set<Integer> suspects = ConcurrentHashMap.newKeySet();

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
        int segment = segments.iterator().next().getSegmentId();
        if (!suspects.contains(segment)) EventByEvent.asAWhole(unitOfWork);
        try {
            super.processInUnitOfWork(events, unitOfWork, segments);
        } catch (Exception e) {
            suspects.add(segment);
            throw e;
        }
        suspects.remove(segment);
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
