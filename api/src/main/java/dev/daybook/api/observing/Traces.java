package dev.daybook.api.observing;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import java.util.Map;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spans of commands, events, queries, saga steps, timers and tasks. Without an exporter Axon makes none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(Traces.ENDPOINT)
@ConditionalOnBooleanProperty(name = NoTraces.ENABLED, matchIfMissing = true)
public class Traces {
    /** Where spans are exported to. */
    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    /** What a message carries of its trace: two ids and a flag, 55 characters. */
    public static final String CONTEXT = "traceparent";

    @Bean
    SpanFactory spanFactory(Tracer tracer) {
        return OpenTelemetrySpanFactory.builder()
                .tracer(tracer)
                .contextPropagators(W3CTraceContextPropagator.getInstance())
                .textMapSetter(Traces::setContext)
                .build();
    }

    /** What clients say in {@code tracestate} is not for the book. */
    private static void setContext(@Nullable Map<String, String> metadata, String key, String value) {
        if (metadata != null && key.equals(CONTEXT)) metadata.put(key, value);
    }
}
