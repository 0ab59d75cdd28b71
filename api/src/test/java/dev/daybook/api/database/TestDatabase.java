package dev.daybook.api.database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

public record TestDatabase(String url, String username, String password) {
    public static TestDatabase onMySql() {
        String server = System.getenv("DAYBOOK_TEST_MYSQL_URL");
        assumeTrue(server != null, "skipped: DAYBOOK_TEST_MYSQL_URL names no server");
        String user = System.getenv().getOrDefault("DAYBOOK_TEST_MYSQL_USERNAME", "root");
        String password = System.getenv().getOrDefault("DAYBOOK_TEST_MYSQL_PASSWORD", "");
        String name = "daybook_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(new DriverManagerDataSource(server, user, password))
                .sql("create database " + name)
                .update();
        return new TestDatabase(server + "/" + name, user, password);
    }

    public DriverManagerDataSource dataSource() {
        return new DriverManagerDataSource(url, username, password);
    }
}
