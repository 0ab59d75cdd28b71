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
 * Ends no transaction on the embedded engine before it is in the file, if somebody outside is then told of it. What processes do is
 * in the file soon, and what views do with whatever comes next: a killed process does it again, from what is there. The journal
 * of checkouts is in it soon, too; the book can stand in for what it forgets.
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
        else if (!mayComeLater(name)) writeIfTold(file, changes);
        else if (changes) file.writeSoon();
    }

    @Override
    public void await() {
        GroupCommit current = file;
        if (current != null) current.write();
    }

    /** That a command found nothing to do is an answer, too, and about what may not be in the file yet. */
    private static void writeIfTold(GroupCommit file, boolean changes) {
        if (changes || handledMessage() instanceof CommandMessage) file.write();
    }

    /** Nothing also in a unit of work that has no message, as that of many dead letters. */
    private static @Nullable Message<?> handledMessage() {
        return CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().getMessage() : null;
    }

    /** A process's processors, or one in which a task sends its command; and the journal, for which the book can stand in. */
    private static boolean mayComeLater(@Nullable String name) {
        Message<?> handled = handledMessage();
        return ProcessorsConfiguration.TRANSACTION.equals(name)
                || CheckoutJournal.TRANSACTION.equals(name)
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
