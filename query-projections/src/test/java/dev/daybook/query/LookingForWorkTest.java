package dev.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LookingForWorkTest {
    @Test
    void looksAgainAfterSecondsHoweverOftenItFailed() {
        try (var thread = new CoordinatorThread("test", Duration.ZERO)) {
            assertThat(thread.schedule(() -> {}, 60_000, TimeUnit.MILLISECONDS).getDelay(TimeUnit.MILLISECONDS))
                    .isBetween(1L, 5_000L);
            assertThat(thread.schedule(() -> "", 1, TimeUnit.MINUTES).getDelay(TimeUnit.MILLISECONDS))
                    .isBetween(1L, 5_000L);
            thread.shutdownNow();
        }
    }

    @Test
    void leavesShorterPausesAsTheyAre() {
        try (var thread = new CoordinatorThread("test", Duration.ZERO)) {
            assertThat(thread.schedule(() -> {}, 2_000, TimeUnit.MILLISECONDS).getDelay(TimeUnit.MILLISECONDS))
                    .isBetween(1L, 2_000L);
            thread.shutdownNow();
        }
    }

    @Test
    void keepsLooksApart() throws Exception {
        try (var thread = new CoordinatorThread("test", Duration.ofHours(1))) {
            thread.schedule(() -> {}, 0, TimeUnit.MILLISECONDS).get();
            assertThat(thread.schedule(() -> {}, 0, TimeUnit.MILLISECONDS).getDelay(TimeUnit.MINUTES))
                    .isBetween(30L, 60L);
            thread.shutdownNow();
        }
    }
}
