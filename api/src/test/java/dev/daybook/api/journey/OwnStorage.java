package dev.daybook.api.journey;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Gives an application that asks for it a storage of its own, before the settings are looked at. */
class OwnStorage implements EnvironmentPostProcessor, Ordered {
    static final String WANTED = "daybook.test.own-storage";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getProperty(WANTED, Boolean.class, false)) return;
        Map<String, Object> settings = Storage.empty().settings();
        environment.getPropertySources().addFirst(new MapPropertySource("ownStorage", settings));
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
