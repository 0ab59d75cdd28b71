package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
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
        "daybook.metrics.best-sellers, 0",
        "daybook.lifecycle.payment.approval-rate, 2",
        "daybook.lifecycle.delivery-max, 1s",
        "daybook.identity.issuer, ' '",
        "daybook.identity.refresh-token-ttl, 1m",
        "daybook.identity.log-in.period, 0s",
        "daybook.catalog.sku-claims.sweep-every, 0s",
        "daybook.cart.checkout-journal.purge-every, 0s",
    })
    void isRefusedWhereItMakesNoSense(String name, String value) {
        assertThat(whatIsSaidOf(name, value)).startsWith(name + " (" + inEnvironment(name) + ") must ");
    }

    @Test
    void tellsWhatCannotBeRead() {
        assertThat(whatIsSaidOf("daybook.views.wait", "soon"))
                .isEqualTo("daybook.views.wait (DAYBOOK_VIEWS_WAIT) must be a Duration; it is 'soon'.");
        assertThat(whatIsSaidOf("daybook.checkout.max-backlog", "many"))
                .startsWith("daybook.checkout.max-backlog (DAYBOOK_CHECKOUT_MAX_BACKLOG) must be a ")
                .endsWith("it is 'many'.");
    }

    private String whatIsSaidOf(String name, String value) {
        String[] said = new String[1];
        settings.withPropertyValues(name + "=" + value).run(context -> {
            assertThat(context).hasFailed();
            var analysis = new UnusableSettingFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis).isNotNull();
            assertThat(analysis.getAction()).contains("docs/configuration.md");
            said[0] = analysis.getDescription();
        });
        return said[0];
    }

    private static String inEnvironment(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    @Configuration
    @ConfigurationPropertiesScan("dev.daybook")
    static class All {}
}
