package dev.daybook.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.order.contract.LifecycleSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrawingDeliveryTimesTest {
    @Test
    void staysWithinWhatIsConfigured() {
        var times = new LifecycleConfiguration().deliveryTimes(LifecycleSettings.defaults());

        for (var n = 0; n < 1_000; n++)
            assertThat(times.draw()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(300));
    }

    @Test
    void takesNoTimeWhereNoneIsConfigured() {
        var usual = LifecycleSettings.defaults();
        var none = Duration.ZERO;

        var times = new LifecycleConfiguration()
                .deliveryTimes(new LifecycleSettings(
                        none, none, none, none, none, none, usual.batchSize(), usual.watchdog(), usual.payment()));

        assertThat(times.draw()).isZero();
    }
}
