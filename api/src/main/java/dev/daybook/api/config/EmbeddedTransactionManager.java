package dev.daybook.api.config;

import dev.daybook.cart.contract.CheckoutJournal;
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
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Ends no transaction on the embedded engine before what it did outlives a killed process. Its events are in the log then, and
 * what processes and views do besides is done again from the events. The journal of checkouts is in the file soon; the book can
 * stand in for what it forgets. Whatever else there is waits for the file.
 */
class EmbeddedTransactionManager extends JdbcTransactionManager implements DisposableBean {
    private final transient StatementGate statements;
    private final transient EventLog events;
    private final transient ApplicationEventPublisher application;
    private transient volatile @Nullable GroupCommit file;

    EmbeddedTransactionManager(
            DataSource dataSource, StatementGate statements, EventLog events, ApplicationEventPublisher application) {
        super(dataSource);
        this.statements = statements;
        this.events = events;
        this.application = application;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        SessionLocal session = session();
        GroupCommit file = file(session.getDatabase().getStore().getMvStore());
        boolean changes = session.containsUncommitted();
        byte[] line = events.line();
        try {
            statements.pass(() -> {
                events.append(line);
                super.doCommit(status);
            });
        } catch (RuntimeException | Error failure) {
            if (line.length > 0) settle(file, failure);
            throw failure;
        }
        String name = TransactionSynchronizationManager.getCurrentTransactionName();
        if (View.TRANSACTION.equals(name)) file.writeIfDue();
        if (changes && isDoneAgain(name)) file.writeSoon();
        else if (changes) file.write();
    }

    /** Whether it was committed or not, the log should not say more than the database: with a write it says nothing. */
    private static void settle(GroupCommit file, Throwable failure) {
        try {
            file.write();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Before the pool is closed, so that nothing is left for the log. */
    @Override
    public void destroy() {
        GroupCommit current = file;
        if (current != null) current.write();
    }

    /** Snapshots that a step of the process has taken are in a transaction of their own, in the name of its event. */
    private static boolean isDoneAgain(@Nullable String name) {
        Message<?> handled =
                CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().getMessage() : null;
        return View.TRANSACTION.equals(name)
                || ProcessorsConfiguration.TRANSACTION.equals(name)
                || CheckoutJournal.TRANSACTION.equals(name)
                || handled instanceof CommandMessage
                || handled != null && handled.getMetaData().containsKey(Sender.PROCESS);
    }

    private SessionLocal session() {
        DataSource dataSource = obtainDataSource();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        } catch (SQLException e) {
            throw translateException("The database's connection is lost", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** H2 closes a file that it cannot write, and opens it anew, as it was some time ago: then nothing fits together any more. */
    private synchronized GroupCommit file(MVStore store) {
        if (file == null) file = new GroupCommit(store, statements, events);
        if (!file.isOf(store)) {
            AvailabilityChangeEvent.publish(application, this, LivenessState.BROKEN);
            throw new IllegalStateException("The database was closed by a failure. Start Daybook again.");
        }
        return file;
    }
}
