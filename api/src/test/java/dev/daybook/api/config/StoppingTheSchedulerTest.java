package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.order.contract.LifecycleSettings;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class StoppingTheSchedulerTest {
    @Test
    void isLeftToItsLifecycle() {
        var context = new AnnotationConfigApplicationContext(ProcessorsConfiguration.class, Starter.class);
        var scheduler = context.getBean("scheduler", CountedScheduler.class);
        var other = context.getBean("other", CountedScheduler.class);

        context.close();

        assertThat(other.stops).hasValue(1);
        assertThat(scheduler.stops).hasValue(0);
    }

    @Configuration(proxyBeanMethods = false)
    static class Starter {
        @Bean
        LifecycleSettings settings() {
            return LifecycleSettings.defaults();
        }

        @Bean(destroyMethod = "stop")
        CountedScheduler scheduler() {
            return new CountedScheduler();
        }

        @Bean(destroyMethod = "stop")
        CountedScheduler other() {
            return new CountedScheduler();
        }
    }

    static class CountedScheduler {
        private final AtomicInteger stops = new AtomicInteger();

        public void stop() {
            stops.incrementAndGet();
        }
    }
}
