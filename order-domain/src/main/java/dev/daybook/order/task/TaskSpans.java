package dev.daybook.order.task;

import java.util.Map;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.tracing.SpanFactory;

/** Runs a task as a part of the trace in which it was scheduled, where there is one. */
public record TaskSpans(SpanFactory spans) {
    /** @param metadata what travelled with the task, the context of its trace included */
    public void run(String name, Object task, Map<String, String> metadata, Runnable work) {
        spans.createChildHandlerSpan(() -> name, new GenericMessage<>(task, metadata))
                .run(work);
    }
}
