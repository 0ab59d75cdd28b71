package dev.daybook.catalog;

import dev.daybook.testing.TestDatabase;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** An empty database, migrated as the real one is. */
public record CatalogDatabase(DataSource dataSource, PlatformTransactionManager transactions) {
    public static CatalogDatabase empty() {
        var dataSource = TestDatabase.migrated().dataSource();
        return new CatalogDatabase(dataSource, new DataSourceTransactionManager(dataSource));
    }
}
