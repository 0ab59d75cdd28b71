package dev.daybook.api.config;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock that decisions read. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    /** Ticks in microseconds, as database columns do, so that an instant is equal to itself after a round trip. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
