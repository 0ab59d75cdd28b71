package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class ConfiguringTheEdgeTest {
    private final ApplicationContextRunner settings = new ApplicationContextRunner().withUserConfiguration(All.class);

    @Test
    void isNotNeeded() {
        settings.run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "daybook.rate-limit.anonymous-per-minute, 0",
        "daybook.rate-limit.user-per-minute, -1",
        "daybook.rate-limit.clients, 0",
        "daybook.order-updates.max-per-user, 0",
        "daybook.order-updates.max, 0",
        "daybook.order-updates.heartbeat, 0s",
        "daybook.order-updates.longest, -1s",
        "daybook.checkout.max-backlog, 0",
        "daybook.views.batch-size, 0",
        "daybook.views.segments, 0",
        "daybook.views.wait, -1s",
    })
    void isRefusedWhereItMakesNoSense(String name, String value) {
        settings.withPropertyValues(name + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining(name.substring(0, name.lastIndexOf('.')))
                        .rootCause()
                        .satisfies(cause -> assertThat(cause.toString())
                                .containsAnyOf(
                                        name.substring(name.lastIndexOf('.') + 1),
                                        camelCase(name.substring(name.lastIndexOf('.') + 1)))));
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("-"))
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        return camel.toString();
    }

    @Configuration
    @ConfigurationPropertiesScan({"dev.daybook.api", "dev.daybook.query"})
    static class All {}
}
