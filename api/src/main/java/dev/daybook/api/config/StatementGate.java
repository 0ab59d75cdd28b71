package dev.daybook.api.config;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lets statements that change something pass side by side, and none while all tables are taken as they are at one moment. */
class StatementGate {
    private static final Set<Class<?>> GUARDED = Set.of(Connection.class, Statement.class);
    private static final Set<String> ENDING = Set.of("commit", "rollback", "setAutoCommit", "close");

    /**
     * Spring tells every statement how long its transaction may still take, and checks it by itself as well. H2 takes that for a
     * new setting, at which every session forgets all statements that it has parsed.
     */
    private static final String IGNORED = "setQueryTimeout";

    /** Nanoseconds. Longer at first, and a statement that waits for the row of another transaction would not let that one end. */
    private static final long SHORTEST_CLOSING = 2_000_000;

    private static final long LONGEST_CLOSING = 64_000_000;

    private final ReadWriteLock passing = new ReentrantReadWriteLock();

    /** The same data source, whose statements pass here. */
    DataSource guard(DataSource target) {
        return (DataSource) guard(target, DataSource.class);
    }

    /** Runs {@code action} while no such statement is on its way, and answers what it does. */
    <T> T closedFor(Supplier<T> action) {
        for (long closing = SHORTEST_CLOSING; !close(closing); closing = Math.min(2 * closing, LONGEST_CLOSING))
            LockSupport.parkNanos(closing);
        try {
            return action.get();
        } finally {
            passing.writeLock().unlock();
        }
    }

    /** Runs {@code action}, whose statements pass together. */
    void pass(Runnable action) {
        passing.readLock().lock();
        try {
            action.run();
        } finally {
            passing.readLock().unlock();
        }
    }

    private boolean close(long nanos) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return passing.writeLock().tryLock(nanos, TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true; // who asks has committed already
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private Object guard(Object target, Class<?> type) {
        if (!(target instanceof Connection))
            return proxy(type, (proxy, method, arguments) -> handle(target, method, arguments));
        var idle = new IdleStatements();
        return proxy(type, (proxy, method, arguments) -> {
            if (!method.getName().equals("prepareStatement")) return handle(target, method, arguments);
            List<Object> asked = Arrays.asList(arguments);
            PreparedStatement known = idle.take(asked);
            return prepared(known != null ? known : (PreparedStatement) invoke(target, method, arguments), asked, idle);
        });
    }

    /** One that goes back to the others when it is closed. */
    private Object prepared(PreparedStatement target, List<Object> asked, IdleStatements idle) {
        var closed = new AtomicBoolean();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "close":
                    if (closed.compareAndSet(false, true)) idle.giveBack(asked, target);
                    return null;
                case "isClosed":
                    return closed.get() || target.isClosed();
                default:
                    if (closed.get()) throw new SQLException("The statement is closed");
                    return handle(target, method, arguments);
            }
        });
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    /** What it answers is guarded, too. */
    private @Nullable Object handle(Object target, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals(IGNORED)) return null;
        Object answer = passes(method) ? pass(target, method, arguments) : invoke(target, method, arguments);
        return GUARDED.contains(method.getReturnType()) ? guard(answer, method.getReturnType()) : answer;
    }

    private static boolean passes(Method method) {
        String name = method.getName();
        return name.startsWith("execute") && !name.equals("executeQuery") || ENDING.contains(name);
    }

    private @Nullable Object pass(Object target, Method method, Object[] arguments) throws Throwable {
        passing.readLock().lock();
        try {
            return invoke(target, method, arguments);
        } finally {
            passing.readLock().unlock();
        }
    }

    private static @Nullable Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
