package dev.daybook.api.config;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Makes {@code daybook.data-dir} absolute, because H2 takes no path that is silently relative to where it runs. */
class DataFolder implements EnvironmentPostProcessor {
    private static final String SETTING = "daybook.data-dir";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String folder = environment.getProperty(SETTING);
        if (folder == null || Path.of(folder).isAbsolute()) return;
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "absoluteDataFolder",
                        Map.of(
                                SETTING,
                                Path.of(folder).toAbsolutePath().normalize().toString())));
    }
}
