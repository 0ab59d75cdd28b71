package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.daybook.api.DaybookApplication;
import dev.daybook.testing.OnBothEngines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
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
    void withTokensOfAnotherEngine() {
        change("""
                update token_entry set tokenType = 'org.axonframework.eventhandling.GlobalSequenceTrackingToken',
                token = ? where processorName = 'order-watch'""", "{\"globalIndex\":0}");

        assertThatThrownBy(this::start)
                .hasStackTraceContaining("The token of processor 'order-watch' is a GlobalSequenceTrackingToken")
                .hasStackTraceContaining("counts by GapAwareTrackingToken");
    }

    @Test
    void withTokensBeyondTheNewestEvent() {
        change(
                "update token_entry set token = ? where processorName = 'order-watch'",
                "{\"index\":123456789,\"gaps\":[]}");

        assertThatThrownBy(this::start)
                .hasStackTraceContaining("Processor 'order-watch' has read up to position 123456789");
    }

    private void change(String update, String token) {
        try (ConfigurableApplicationContext first = start()) {
            var database = first.getBean(JdbcClient.class);
            await("a token of the watch")
                    .until(() -> database.sql(
                                            "select token from token_entry where processorName = 'order-watch' and token is not null")
                                    .query()
                                    .listOfRows()
                                    .size()
                            == 1);
            first.getBean(EventProcessingConfiguration.class)
                    .eventProcessor("order-watch")
                    .orElseThrow()
                    .shutDown();
            assertThat(database.sql(update)
                            .param(token.getBytes(StandardCharsets.UTF_8))
                            .update())
                    .isOne();
        }
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
