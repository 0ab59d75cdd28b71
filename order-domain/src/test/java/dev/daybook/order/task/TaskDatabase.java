package dev.daybook.order.task;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.daybook.testing.TestDatabase;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own with the table of db-scheduler and that of the watch. */
public final class TaskDatabase {
    private final DataSource database = TestDatabase.migrated().dataSource();

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
}
