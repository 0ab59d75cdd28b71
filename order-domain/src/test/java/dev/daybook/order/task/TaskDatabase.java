package dev.daybook.order.task;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.transaction.support.TransactionTemplate;

/** An H2 of its own with the table of db-scheduler and that of the watch. */
public final class TaskDatabase implements AutoCloseable {
    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .setType(EmbeddedDatabaseType.H2)
            .generateUniqueName(true)
            .addScripts("scheduled_tasks.sql", "db/migration/h2/V4__order.sql")
            .build();

    /** What schedulers are given: takes part in Spring's transactions. */
    public DataSource dataSource() {
        return new TransactionAwareDataSourceProxy(database);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(database);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    public DurableTasks tasks(SchedulerClient scheduler, Clock clock) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("scheduler", scheduler);
        return new DurableTasks(beans.getBeanProvider(SchedulerClient.class), clock);
    }

    public long count() {
        return jdbc().sql("select count(*) from scheduled_tasks")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        database.shutdown();
    }
}
