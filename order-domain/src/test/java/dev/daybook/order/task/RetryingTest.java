package dev.daybook.order.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryingTest {
    private final GrowingRetry<String> retry = new GrowingRetry<>(Duration.ofSeconds(1), Duration.ofMinutes(1));

    @Test
    void waitsTwiceAsLongEachTime() {
        assertThat(retry.delayAfter(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(retry.delayAfter(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(retry.delayAfter(5)).isEqualTo(Duration.ofSeconds(32));
    }

    @Test
    void neverWaitsLongerThanTheLongest() {
        assertThat(retry.delayAfter(6)).isEqualTo(Duration.ofMinutes(1));
        assertThat(retry.delayAfter(1_000_000)).isEqualTo(Duration.ofMinutes(1));
    }
}
