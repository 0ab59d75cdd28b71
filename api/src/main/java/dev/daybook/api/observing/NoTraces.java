package dev.daybook.api.observing;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** OpenTelemetry that is off would still make up ids for every request, and put them into the log. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = NoTraces.ENABLED, havingValue = false)
class NoTraces {
    static final String ENABLED = "management.opentelemetry.enabled";

    @Bean
    Tracer tracer() {
        return Tracer.NOOP;
    }

    @Bean
    Propagator propagator() {
        return Propagator.NOOP;
    }

    /** Otherwise Axon would make spans of OpenTelemetry, with all their attributes, and nobody would keep them. */
    @Bean
    SpanFactory spanFactory() {
        return NoOpSpanFactory.INSTANCE;
    }
}
