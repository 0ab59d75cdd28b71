package dev.daybook.cart;

import dev.daybook.testing.TestDatabase;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** An empty database, migrated as the real one is. */
public record CartDatabase(DataSource dataSource, PlatformTransactionManager transactions) {
    public static CartDatabase empty() {
        var dataSource = TestDatabase.migrated().dataSource();
        return new CartDatabase(dataSource, new DataSourceTransactionManager(dataSource));
    }
}
