package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A connection goes back to the pool with nothing of a transaction that could not be committed. */
class FailingToCommitTest {
    @TempDir
    Path folder;

    private final AtomicBoolean failing = new AtomicBoolean();
    private HikariDataSource pool;
    private EmbeddedTransactionManager transactions;
    private JdbcClient jdbc;

    @BeforeEach
    void open() {
        pool = new HikariDataSource();
        pool.setMaximumPoolSize(1);
        pool.setDataSource(
                new DelegatingDataSource(
                        new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("daybook"), "sa", "")) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        return failingToCommit(super.getConnection());
                    }
                });
        transactions = new EmbeddedTransactionManager(pool, new StatementGate(), new EventLog(folder), event -> {});
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(TransactionManagerCustomizationAutoConfiguration.class))
                .run(settings ->
                        settings.getBean(TransactionManagerCustomizers.class).customize(transactions));
        jdbc = JdbcClient.create(pool);
        jdbc.sql("create table note (text varchar(20))").update();
    }

    @AfterEach
    void close() {
        transactions.destroy();
        pool.close();
    }

    @Test
    void leavesNothing() {
        failing.set(true);

        assertThatThrownBy(() -> write("lost")).hasRootCauseMessage("the disk is full");
        failing.set(false);

        assertThat(notes()).isZero();
        write("kept");
        assertThat(notes()).isOne();
    }

    private void write(String text) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status ->
                        jdbc.sql("insert into note values (?)").param(text).update());
    }

    private long notes() {
        return jdbc.sql("select count(*) from note").query(Long.class).single();
    }

    private Connection failingToCommit(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    // with a state that is translated to no exception of its own
                    if (method.getName().equals("commit") && failing.get())
                        throw new SQLException("the disk is full", "HY000", 50000);
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
