package dev.daybook.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database of a test's own, on the engine under test. */
public record TestDatabase(String url, String username, String password) {
    /** What the application tells MySQL's driver in its profile {@code mysql}. */
    private static final Map<String, String> MYSQL_DRIVER = Map.of(
            "connectionTimeZone", "UTC",
            "forceConnectionTimeZoneToSession", "true",
            "sessionVariables", "innodb_lock_wait_timeout=5",
            "useLocalSessionState", "true",
            "readOnlyPropagatesToServer", "false",
            "cacheServerConfiguration", "true",
            "cachePrepStmts", "true",
            "rewriteBatchedStatements", "true");

    /** Without a table. */
    public static TestDatabase empty() {
        return switch (Engine.underTest()) {
            case H2 ->
                new TestDatabase("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000", "sa", "");
            case MYSQL -> onMySql();
        };
    }

    /** On MySQL whichever engine is under test, and without a table. */
    public static TestDatabase onMySql() {
        MySqlServer server = MySqlServer.running();
        return new TestDatabase(server.newDatabase(), server.username(), server.password());
    }

    /** With Axon's tables and those of the modules on the class path. */
    public static TestDatabase migrated() {
        TestDatabase database = empty();
        try (var connections = database.pool()) {
            Flyway.configure()
                    .dataSource(connections)
                    .locations(migrations().split(","))
                    .load()
                    .migrate();
        }
        return database;
    }

    /** Where the migrations of a module's test are: Axon's tables and what is on the class path. */
    public static String migrations() {
        String vendor = Engine.underTest().vendor();
        return "classpath:db/axon/" + vendor + ",classpath:db/migration/" + vendor;
    }

    /** Connections as the application has them; opened when they are needed, closed when they are not. */
    public DataSource dataSource() {
        return pool();
    }

    /** For an application that knows its own settings of the engine. */
    public Map<String, Object> address() {
        return Map.of(
                "spring.datasource.url",
                url,
                "spring.datasource.username",
                username,
                "spring.datasource.password",
                password);
    }

    /** For an application that brings no settings of its own, and has its tables made by Flyway. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>(address());
        settings.put("spring.flyway.locations", migrations());
        settings.put("spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED");
        if (isMySql())
            MYSQL_DRIVER.forEach(
                    (name, value) -> settings.put("spring.datasource.hikari.data-source-properties." + name, value));
        return settings;
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(username);
        config.setPassword(password);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(40);
        if (isMySql()) {
            Properties driver = new Properties();
            driver.putAll(MYSQL_DRIVER);
            config.setDataSourceProperties(driver);
        }
        return new HikariDataSource(config);
    }

    private boolean isMySql() {
        return url.startsWith("jdbc:mysql:");
    }
}
