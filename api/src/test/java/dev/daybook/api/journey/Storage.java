package dev.daybook.api.journey;

import dev.daybook.testing.Engine;
import dev.daybook.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a Daybook keeps its things in: a folder and a database, both new. Several may share one on MySQL. */
record Storage(Engine engine, Path folder, TestDatabase database) {
    /** On the engine under test. */
    static Storage empty() {
        return on(Engine.underTest());
    }

    static Storage on(Engine engine) {
        Path folder = JourneyTest.newDataFolder();
        return new Storage(
                engine,
                folder,
                switch (engine) {
                    case H2 -> new TestDatabase("jdbc:h2:file:" + folder.resolve("daybook"), "sa", "");
                    case MYSQL -> TestDatabase.onMySql();
                });
    }

    /** The profiles that a Daybook on this engine runs with. */
    static String[] profiles(Engine engine) {
        return switch (engine) {
            case H2 -> new String[0];
            case MYSQL -> new String[] {"mysql"};
        };
    }

    /** What tells Daybook to use it, the profile apart. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>(Map.of("daybook.data-dir", folder.toString()));
        if (engine == Engine.MYSQL) {
            settings.putAll(database.address());
            // what the embedded engine does by itself
            settings.put("server.address", "127.0.0.1");
            settings.put("daybook.samples", "true");
            settings.put("daybook.identity.create-signing-key", "true");
        }
        return settings;
    }

    /** As arguments of a command line, with the profile. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        for (String profile : profiles(engine)) arguments.add("--spring.profiles.active=" + profile);
        settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    /** Its rows, for a look past Daybook; on H2 only while no Daybook has it open. */
    JdbcClient rows() {
        return JdbcClient.create(database.dataSource());
    }
}
