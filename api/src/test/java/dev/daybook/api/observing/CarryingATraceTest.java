package dev.daybook.api.observing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.tracing.SpanFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

class CarryingATraceTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final SpanFactory spans =
            new Traces().spanFactory(SdkTracerProvider.builder().build().get("test"));

    @Test
    void putsTwoIdsAndAFlagIntoAMessageAndNothingThatAClientSaid() {
        var caller = SpanContext.createFromRemoteParent(
                TRACE,
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.builder().put("vendor", "zenobia@quux.example").build());

        EventMessage<?> carrying = Context.root()
                .with(Span.wrap(caller))
                .wrapSupplier(() -> spans.propagateContext(GenericEventMessage.asEventMessage("something")))
                .get();

        assertThat(carrying.getMetaData())
                .containsExactly(Map.entry("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"));
    }

    @Test
    void goesOnInTheTraceThatAMessageCarries() {
        var message = GenericEventMessage.asEventMessage("something")
                .andMetaData(Map.of("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"));

        String trace = spans.createChildHandlerSpan(() -> "timer", message)
                .runSupplier(() -> Span.current().getSpanContext().getTraceId());

        assertThat(trace).isEqualTo(TRACE);
    }

    @Test
    void isOffWhereSpansGoNowhere() {
        assertThat(enabled(new MockEnvironment())).isFalse();
        assertThat(enabled(new MockEnvironment().withProperty(Traces.ENDPOINT, "http://jaeger:4318/v1/traces")))
                .isTrue();
        assertThat(enabled(new MockEnvironment().withProperty(NoTraces.ENABLED, "true")))
                .isTrue();
    }

    @Test
    void makesNoIdsUpWhereItIsOff() {
        var application = new ApplicationContextRunner().withUserConfiguration(NoTraces.class, Traces.class);

        application
                .withPropertyValues(NoTraces.ENABLED + "=false", Traces.ENDPOINT + "=http://jaeger:4318/v1/traces")
                .run(context -> assertThat(context).getBean(Tracer.class).isSameAs(Tracer.NOOP));
        application.run(context -> assertThat(context).doesNotHaveBean(Tracer.class));
    }

    private static boolean enabled(MockEnvironment environment) {
        new NoTracesUnlessExported().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty(NoTraces.ENABLED, Boolean.class, true);
    }
}
