package dev.daybook.order.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConfiguringTheLifecycleTest {
    @Test
    void isNotNeeded() {
        assertThat(bind(Map.of())).isEqualTo(LifecycleSettings.defaults());
    }

    @Test
    void mayTakeAllTimeAway() {
        var settings = bind(Map.of(
                "daybook.lifecycle.payment-due", "0s",
                "daybook.lifecycle.processing-after", "0s",
                "daybook.lifecycle.ships-after", "0s",
                "daybook.lifecycle.delivery-min", "0s",
                "daybook.lifecycle.delivery-max", "0s",
                "daybook.lifecycle.archives-after", "0s",
                "daybook.lifecycle.watchdog.grace", "0s",
                "daybook.lifecycle.payment.retry-delay", "0s"));

        assertThat(settings.deliveryMax()).isZero();
        assertThat(settings.watchdog().interval()).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({
        "payment-due, -1s",
        "delivery-max, 59s",
        "batch-size, 0",
        "watchdog.interval, 0s",
        "watchdog.max-attempts, 0",
        "payment.approval-rate, 1.1",
        "payment.max-retry-delay, 500ms"
    })
    void isRefusedWhereItMakesNoSense(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of("daybook.lifecycle." + name, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("daybook.lifecycle." + name.split("\\.")[0]);
    }

    private static LifecycleSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("daybook.lifecycle", LifecycleSettings.class);
    }
}
