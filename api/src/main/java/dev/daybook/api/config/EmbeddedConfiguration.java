package dev.daybook.api.config;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What only the embedded engine needs. */
@Configuration(proxyBeanMethods = false)
@Profile("!mysql & !axonserver")
class EmbeddedConfiguration {
    @Bean
    StatementGate statements() {
        return new StatementGate();
    }

    @Bean
    EventLog eventLog(@Value("${daybook.data-dir}") Path folder) {
        return new EventLog(folder);
    }

    @Bean
    RestoringEvents restoringEvents(EventLog log, EmbeddedTransactionManager transactions, JdbcClient database) {
        return new RestoringEvents(log, database, transactions);
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(DataSourceProperties settings, StatementGate statements) {
        HikariDataSource pool = settings.initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        pool.setDataSource(statements.guard(
                new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())));
        return pool;
    }

    @Bean
    EmbeddedTransactionManager transactionManager(
            DataSource dataSource,
            StatementGate statements,
            EventLog events,
            ApplicationEventPublisher application,
            ObjectProvider<TransactionManagerCustomizers> customizers) {
        var manager = new EmbeddedTransactionManager(dataSource, statements, events, application);
        customizers.ifAvailable(all -> all.customize(manager));
        return manager;
    }
}
