package dev.daybook.query;

import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** Where the views read: the source that wakes its readers when there is one, else the event store itself. */
@Component
public class EventSource {
    private static final String WAKING = "wakingEventSource";

    private final BeanFactory beans;

    EventSource(BeanFactory beans) {
        this.beans = beans;
    }

    /** Looked up late, because the source is made from Axon's configuration. */
    @SuppressWarnings("unchecked")
    public StreamableMessageSource<TrackedEventMessage<?>> in(Configuration axon) {
        return beans.containsBean(WAKING)
                ? (StreamableMessageSource<TrackedEventMessage<?>>) beans.getBean(WAKING, StreamableMessageSource.class)
                : axon.eventStore();
    }
}
