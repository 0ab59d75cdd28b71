package dev.daybook.api.config;

import dev.daybook.api.cart.Backlog;
import dev.daybook.order.lifecycle.OrderLifecycle;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares the position that the process has read to with the head of the book. */
@Component
class LifecycleBacklog implements Backlog {
    private final EventProcessingConfiguration processing;
    private final WakingEventSource source;
    private volatile @Nullable Long lastRead;

    LifecycleBacklog(EventProcessingConfiguration processing, WakingEventSource source) {
        this.processing = processing;
        this.source = source;
    }

    /** None, as long as it is not known here what was read: the segment may be at work on another node. */
    @Override
    public long unreadEvents() {
        processing
                .eventProcessor(OrderLifecycle.PROCESSING_GROUP, StreamingEventProcessor.class)
                .flatMap(processor ->
                        processor.processingStatus().values().stream().findFirst())
                .ifPresent(segment -> lastRead = segment.getCurrentPosition().orElse(-1));
        Long read = lastRead;
        return read == null ? 0 : Math.max(0, source.headPosition().orElse(-1) - read);
    }
}
