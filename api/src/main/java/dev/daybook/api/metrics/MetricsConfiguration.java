package dev.daybook.api.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
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

    /** Each of Axon's timers would keep six percentiles, of this instance alone: what nobody can add up is not worth its time. */
    @Bean
    MeterFilter noPercentilesOfAxon() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                if (!id.getName().startsWith("axon.")) return config;
                return DistributionStatisticConfig.builder()
                        .percentiles()
                        .build()
                        .merge(config);
            }
        };
    }
}
