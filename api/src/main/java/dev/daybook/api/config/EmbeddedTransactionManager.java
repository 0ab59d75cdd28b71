package dev.daybook.api.config;

import dev.daybook.cart.contract.CheckoutJournal;
import dev.daybook.order.contract.Durability;
import dev.daybook.order.task.Sender;
import dev.daybook.query.View;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
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
 * Ends no transaction on the embedded engine before it is in the file, unless it need not be in it yet. What processes do is
 * in the file soon, and what views do with whatever comes next: a killed process does it again, from what is there. The journal
 * of checkouts is in it soon, too; the book can stand in for what it forgets. And a command, which still has its aggregate and its
 * connection, leaves the waiting to whoever sent it and tells somebody outside of it.
 */
class EmbeddedTransactionManager extends JpaTransactionManager implements Durability {
    private final transient DataSource dataSource;
    private final transient StatementGate statements;
    private transient volatile @Nullable GroupCommit file;

    EmbeddedTransactionManager(DataSource dataSource, StatementGate statements) {
        this.dataSource = dataSource;
        this.statements = statements;
        setDataSource(dataSource);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        SessionLocal session = session();
        GroupCommit file = file(session.getDatabase().getStore().getMvStore());
        boolean changes = session.containsUncommitted();
        super.doCommit(status);
        String name = TransactionSynchronizationManager.getCurrentTransactionName();
        if (View.TRANSACTION.equals(name)) file.writeIfDue();
        else if (changes && mayComeLater(name)) file.writeSoon();
        else if (changes) file.write();
    }

    @Override
    public void await() {
        GroupCommit current = file;
        if (current != null) current.write();
    }

    /** Snapshots that a step of the process has taken are in a transaction of their own, in the name of its event. */
    private static boolean mayComeLater(@Nullable String name) {
        Message<?> handled =
                CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().getMessage() : null;
        return ProcessorsConfiguration.TRANSACTION.equals(name)
                || CheckoutJournal.TRANSACTION.equals(name)
                || handled instanceof CommandMessage
                || handled != null && handled.getMetaData().containsKey(Sender.PROCESS);
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
    private synchronized GroupCommit file(MVStore store) {
        if (file == null || !file.isOf(store)) file = new GroupCommit(store, statements);
        return file;
    }
}
