package dev.daybook.api.observing;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Where spans go nowhere, none are made: without an endpoint OpenTelemetry is off, unless somebody turns it on. */
class NoTracesUnlessExported implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.containsProperty(Traces.ENDPOINT))
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("no traces", Map.of(NoTraces.ENABLED, false)));
    }

    /** After everything that may name an endpoint has been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
