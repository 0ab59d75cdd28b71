package dev.daybook.api.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {
    /** Where nothing is exported to Prometheus, there is no registry of its own. */
    @Bean
    SharedFiguresCollector sharedFiguresCollector(
            SharedFigures figures, ObjectProvider<PrometheusRegistry> prometheus) {
        var collector = new SharedFiguresCollector(figures);
        prometheus.ifAvailable(registry -> registry.register(collector));
        return collector;
    }
}
