package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.api.DaybookApplication;
import dev.daybook.testing.OnBothEngines;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothEngines
class RefusingToStartJourneyTest {
    private final Storage storage = Storage.empty();

    @ParameterizedTest
    @ValueSource(strings = {"lifecycle", "order-opening"})
    void withoutATokenOfTheProcessThoughThereAreEvents(String processor) {
        try (ConfigurableApplicationContext first = start()) {
            assertThat(first.getBean(JdbcClient.class)
                            .sql("delete from token_entry where processorName = ?")
                            .param(processor)
                            .update())
                    .isOne();
        }

        assertThatThrownBy(this::start)
                .hasStackTraceContaining("The token of processor '" + processor + "' is missing");
    }

    @Test
    void butNotWithIt() {
        start().close();

        try (ConfigurableApplicationContext second = start()) {
            assertThat(second.isRunning()).isTrue();
        }
    }

    private ConfigurableApplicationContext start() {
        List<String> arguments = new ArrayList<>(storage.arguments());
        arguments.add("--server.port=0");
        return SpringApplication.run(DaybookApplication.class, arguments.toArray(String[]::new));
    }
}
