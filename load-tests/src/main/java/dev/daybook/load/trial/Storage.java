package dev.daybook.load.trial;

import dev.daybook.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a Daybook keeps its things: a folder and a database, both new.
 *
 * @param product name and version of the database
 * @param process of the database, where it has one of its own on this machine
 */
record Storage(
        Engine engine,
        Path folder,
        TestDatabase database,
        String product,
        @Nullable Long process) {
    static Storage create(Engine engine, Path folder) {
        return switch (engine) {
            case EMBEDDED ->
                new Storage(
                        engine,
                        folder,
                        new TestDatabase("jdbc:h2:file:" + folder.resolve("daybook"), "sa", ""),
                        "H2 " + org.h2.engine.Constants.VERSION,
                        null);
            case MYSQL -> onMySql(folder);
        };
    }

    private static Storage onMySql(Path folder) {
        TestDatabase database = TestDatabase.onMySql();
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var answer = connection.createStatement().executeQuery("select @@version, @@pid_file")) {
            answer.next();
            return new Storage(
                    Engine.MYSQL, folder, database, answer.getString(1), processIn(Path.of(answer.getString(2))));
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not tell its version", e);
        }
    }

    /** None where the file is another machine's. */
    private static @Nullable Long processIn(Path file) {
        try {
            return Files.isReadable(file) ? Long.valueOf(Files.readString(file).strip()) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To look past Daybook, which must not be running. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.username());
        properties.setProperty("password", database.password());
        if (engine == Engine.MYSQL) properties.setProperty("rewriteBatchedStatements", "true");
        return DriverManager.getConnection(database.url(), properties);
    }

    void throwAway() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            if (engine == Engine.MYSQL) drop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drop() {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("drop database " + connection.getCatalog());
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be dropped", e);
        }
    }

    /** What tells Daybook to use it. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--daybook.data-dir=" + folder));
        if (engine == Engine.MYSQL)
            arguments.addAll(List.of(
                    "--spring.profiles.active=mysql",
                    "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.username=" + database.username(),
                    "--spring.datasource.password=" + database.password(),
                    // what the embedded engine does by itself
                    "--server.address=127.0.0.1",
                    "--management.server.address=127.0.0.1",
                    "--daybook.samples=true",
                    "--daybook.identity.create-signing-key=true"));
        return arguments;
    }
}
