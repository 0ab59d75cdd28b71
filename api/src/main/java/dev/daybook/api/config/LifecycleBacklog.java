package dev.daybook.api.config;

import dev.daybook.api.cart.Backlog;
import dev.daybook.order.lifecycle.OrderLifecycle;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;

/** Measures the backlog by the events that the lifecycle processor has not read: at most as many orders wait. */
@Component
class LifecycleBacklog implements Backlog {
    private final EventProcessingConfiguration processing;
    private final WakingEventSource source;

    LifecycleBacklog(EventProcessingConfiguration processing, WakingEventSource source) {
        this.processing = processing;
        this.source = source;
    }

    /** Nothing where the process is not running, or not yet: then the node that runs it sees to the backlog. */
    @Override
    public long waiting() {
        return processing
                .eventProcessor(OrderLifecycle.PROCESSING_GROUP, StreamingEventProcessor.class)
                .flatMap(processor ->
                        processor.processingStatus().values().stream().findFirst())
                .map(segment -> segment.getCurrentPosition().orElse(-1))
                .map(read -> Math.max(0, source.headPosition().orElse(-1) - read))
                .orElse(0L);
    }
}
