package dev.daybook.api.config;

import dev.daybook.query.View;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Ends no transaction on the embedded engine before it is in the file; but those of views, which are made from what is
 * there, need not wait: what they lose with a killed process they read again.
 */
class EmbeddedTransactionManager extends JpaTransactionManager {
    private final transient DataSource dataSource;
    private final transient StatementGate statements;
    private transient @Nullable GroupCommit group;

    EmbeddedTransactionManager(DataSource dataSource, StatementGate statements) {
        this.dataSource = dataSource;
        this.statements = statements;
        setDataSource(dataSource);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        SessionLocal session = session();
        GroupCommit file = group(session.getDatabase().getStore().getMvStore());
        boolean mustLast = session.containsUncommitted()
                && !View.TRANSACTION.equals(TransactionSynchronizationManager.getCurrentTransactionName());
        super.doCommit(status);
        if (mustLast || file.isDue()) file.write();
    }

    private SessionLocal session() {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        } catch (SQLException e) {
            throw new TransactionSystemException("The database's connection is lost", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** The database opens a store anew when its last connection was closed in between. */
    private synchronized GroupCommit group(MVStore store) {
        if (group == null || !group.isOf(store)) group = new GroupCommit(store, statements);
        return group;
    }
}
