package dev.daybook.api.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells of what is set and means nothing: most often a slip of the pen, and without effect. */
@Component
class UnknownSettings implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(UnknownSettings.class);

    /** Written by the configuration processor, one in every module. */
    private static final String DESCRIPTIONS = "META-INF/spring-configuration-metadata.json";

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("daybook");

    private final Environment environment;

    UnknownSettings(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (String unknown : find())
            LOG.warn("{} is set, but is no setting of Daybook; all settings are in docs/configuration.md", unknown);
    }

    Set<String> find() {
        Set<String> known = known().stream().map(UnknownSettings::letters).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        for (var source : ConfigurationPropertySources.get(environment)) {
            if (!(source instanceof IterableConfigurationPropertySource settings)) continue;
            settings.stream()
                    .filter(name -> OURS.isAncestorOf(name))
                    .map(ConfigurationPropertyName::toString)
                    // of the tests, on the machine of who writes Daybook
                    .filter(name -> !name.startsWith("daybook.test."))
                    .filter(name -> !known.contains(letters(name)))
                    .forEach(unknown::add);
        }
        return unknown;
    }

    /** The names of all settings. */
    static Set<String> known() {
        Set<String> names = new TreeSet<>();
        try {
            ClassLoader classes = UnknownSettings.class.getClassLoader();
            for (URL file : Collections.list(classes.getResources(DESCRIPTIONS))) {
                try (InputStream in = file.openStream()) {
                    for (JsonNode setting : JsonMapper.shared().readTree(in).path("properties")) {
                        String name = setting.path("name").asString();
                        if (name.startsWith("daybook.")) names.add(name);
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the descriptions of the settings cannot be read", e);
        }
        return names;
    }

    /** In the environment there is no telling a dot from a dash. */
    private static String letters(String name) {
        return name.replaceAll("\\[\\d+]", "").replaceAll("[.\\-_]", "").toLowerCase(Locale.ROOT);
    }
}
