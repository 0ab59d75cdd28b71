package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

class StartingInProductionTest {
    private static final String DATABASE_PASSWORD = "--spring.datasource.password=of the database";
    private static final String SIGNING_KEY = "--daybook.identity.signing-key-file=key.pem";

    @TempDir
    private Path secrets;

    @Test
    void namesEverySecretThatIsMissingAtOnce() {
        assertThat(whatIsMissing("mysql"))
                .contains("spring.datasource.password (SPRING_DATASOURCE_PASSWORD)")
                .contains("daybook.identity.signing-key-file (DAYBOOK_IDENTITY_SIGNING_KEY_FILE)")
                .contains("/run/secrets");
    }

    @Test
    void doesNotTakeNothingForASecret() {
        assertThat(whatIsMissing("mysql", "--spring.datasource.password= ", SIGNING_KEY))
                .contains("spring.datasource.password")
                .doesNotContain("signing-key-file");
    }

    @Test
    void wantsTheFirstAdministratorWhole() {
        assertThat(whatIsMissing("mysql", DATABASE_PASSWORD, SIGNING_KEY, "--daybook.admin.username=grace"))
                .contains("daybook.admin.password (DAYBOOK_ADMIN_PASSWORD)");
    }

    @Test
    void wantsMySqlBesideAxonServer() {
        assertThat(whatIsMissing("axonserver", DATABASE_PASSWORD, SIGNING_KEY))
                .contains("spring.profiles.active (SPRING_PROFILES_ACTIVE)")
                .contains("mysql,axonserver");
    }

    @Test
    void keepsWhatMySqlWantsBesideAxonServer() {
        assertThat(whatIsMissing("mysql,axonserver"))
                .contains("spring.datasource.password")
                .contains("signing-key-file")
                .doesNotContain("spring.profiles.active");
        assertThat(start("mysql,axonserver", DATABASE_PASSWORD, SIGNING_KEY).getProperty("daybook.engine"))
                .isEqualTo("axonserver");
    }

    @Test
    void needsNoKeyToMakeTheSchema() {
        assertThat(whatIsMissing("mysql,migrate"))
                .contains("spring.datasource.password")
                .doesNotContain("signing-key");
    }

    @Test
    void takesSecretsFromFiles() throws IOException {
        Files.writeString(secrets.resolve("spring.datasource.password"), "from a file\n");
        Files.writeString(secrets.resolve("daybook.identity.signing-key-file"), "key.pem");

        ConfigurableEnvironment environment = start("mysql");

        assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("from a file");
        assertThat(environment.getProperty("daybook.identity.signing-key-file")).isEqualTo("key.pem");
    }

    @Test
    void asksNothingOfTheEmbeddedEngine() {
        assertThat(start("fast").getProperty("daybook.engine")).isEqualTo("embedded");
    }

    private String whatIsMissing(String profiles, String... settings) {
        var failure = catchThrowableOfType(MissingSettingsException.class, () -> start(profiles, settings));
        assertThat(failure).isNotNull();
        var analysis = new MissingSettingsFailureAnalyzer().analyze(failure);
        assertThat(analysis).isNotNull();
        return analysis.getDescription() + analysis.getAction();
    }

    private ConfigurableEnvironment start(String profiles, String... settings) {
        String[] all = Stream.concat(
                        Stream.of("--spring.profiles.active=" + profiles, "--daybook.secrets-dir=" + secrets),
                        Arrays.stream(settings))
                .toArray(String[]::new);
        try (var application = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(all)) {
            return application.getEnvironment();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
