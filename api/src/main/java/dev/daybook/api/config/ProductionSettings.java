package dev.daybook.api.config;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Production ships no secret: it refuses to start until it has been given them, and names all that are missing at once. */
class ProductionSettings implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("mysql | axonserver"))) return;
        List<String> missing = new ArrayList<>();
        if (!environment.acceptsProfiles(Profiles.of("mysql")))
            missing.add(missing(
                    "spring.profiles.active",
                    "axonserver comes with mysql, which keeps views, timers and accounts: mysql,axonserver"));
        if (isBlank(environment, "spring.datasource.password"))
            missing.add(missing("spring.datasource.password", "the password of the database's user"));
        if (!environment.acceptsProfiles(Profiles.of("migrate"))) {
            if (isBlank(environment, "daybook.identity.signing-key-file")
                    && !environment.getProperty("daybook.identity.create-signing-key", Boolean.class, false))
                missing.add(missing(
                        "daybook.identity.signing-key-file",
                        "the file with the key that access tokens are signed with"));
            if (isBlank(environment, "daybook.admin.username") != isBlank(environment, "daybook.admin.password"))
                missing.add(
                        isBlank(environment, "daybook.admin.username")
                                ? missing("daybook.admin.username", "whose password daybook.admin.password is")
                                : missing("daybook.admin.password", "of the first administrator"));
        }
        if (!missing.isEmpty()) throw new MissingSettingsException(missing);
    }

    private static boolean isBlank(ConfigurableEnvironment environment, String name) {
        String value = environment.getProperty(name);
        return value == null || value.isBlank();
    }

    private static String missing(String name, String meaning) {
        return SettingNames.inWords(name) + ": " + meaning;
    }

    /** After whatever brings settings. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
