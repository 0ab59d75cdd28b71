package dev.daybook.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConfiguringTheSweepTest {
    @Test
    void isNotNeeded() {
        assertThat(bind(Map.of())).isEqualTo(new SkuClaimSettings(Duration.ofMinutes(10), Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({"patience, -1s", "sweep-every, 0s"})
    void isRefusedWhereItMakesNoSense(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of("daybook.catalog.sku-claims." + name, value)))
                .rootCause()
                .hasMessageContaining("daybook.catalog.sku-claims." + name);
    }

    private static SkuClaimSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("daybook.catalog.sku-claims", SkuClaimSettings.class);
    }
}
