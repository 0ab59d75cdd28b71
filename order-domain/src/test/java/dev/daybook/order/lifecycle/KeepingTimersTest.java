package dev.daybook.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.github.kagkarlsson.scheduler.serializer.JavaSerializer;
import dev.daybook.order.lifecycle.DurableOrderTimers.StepDue;
import dev.daybook.order.lifecycle.OrderLifecycle.Step;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a timer knows survives whichever serializer db-scheduler is given. */
class KeepingTimersTest {
    private final StepDue due = new StepDue(
            "order-7",
            Step.SHIP,
            Instant.parse("2026-01-02T03:04:05.678901Z"),
            new HashMap<>(Map.of("actor", "user-1")));

    @Test
    void worksAsJson() {
        var json = JsonMapper.builder()
                .changeDefaultVisibility(visible -> visible.withFieldVisibility(Visibility.ANY))
                .build();

        assertThat(json.readValue(json.writeValueAsBytes(due), StepDue.class)).isEqualTo(due);
    }

    @Test
    void worksInJavasOwnForm() {
        var serializer = new JavaSerializer();

        assertThat(serializer.deserialize(StepDue.class, serializer.serialize(due)))
                .isEqualTo(due);
    }
}
