package dev.daybook.api.config;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes the embedded database's file once for all transactions that end at about the same time, instead of once for each, one
 * after the other. The file always holds a state that once was: H2 takes the tables one after the other, and a statement that
 * went on meanwhile would be in the file in part.
 */
class GroupCommit {
    /** Nanoseconds. A write takes hundreds of pages whether few transactions changed them or many. */
    private static final long SOON = 500_000_000;

    /** Milliseconds. With a delay, H2 takes the tables in one thread and writes them in another; by itself it should not do so. */
    private static final int NEVER_BY_ITSELF = Integer.MAX_VALUE;

    private static final Executor WRITER =
            write -> Thread.ofVirtual().name("file-writer").start(write);

    private final MVStore store;
    private final StatementGate statements;
    private final EventLog events;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicBoolean askedForSoon = new AtomicBoolean();
    private final Lock turn = new ReentrantLock();
    private final Condition someoneWrote = turn.newCondition();
    private volatile @Nullable Thread waiting;
    private boolean writing;
    private long written;
    /** Who comes sooner waits for those who come yet. In nanoseconds. */
    private long notBefore = System.nanoTime();

    GroupCommit(MVStore store, StatementGate statements, EventLog events) {
        this.store = store;
        this.statements = statements;
        this.events = events;
        store.setAutoCommitDelay(NEVER_BY_ITSELF);
    }

    boolean isOf(MVStore another) {
        return store == another;
    }

    /** Returns when everything that was committed before the call is in the file. */
    void write() {
        write(asked.incrementAndGet());
    }

    /** Everything that was committed before the call will be in the file about half a second later, or at once if it is much. */
    void writeSoon() {
        asked.incrementAndGet();
        if (askedForSoon.compareAndSet(false, true)) WRITER.execute(this::writeAfterAWhile);
        if (isDue()) LockSupport.unpark(waiting);
    }

    private void writeAfterAWhile() {
        waiting = Thread.currentThread();
        LockSupport.parkNanos(SOON);
        askedForSoon.set(false);
        if (!store.isClosed()) write(asked.get());
    }

    /** As {@link #write}, if it is due. */
    void writeIfDue() {
        if (isDue()) write();
    }

    /** Whether so much is not in the file that H2 might soon write it in the middle of statements. */
    private boolean isDue() {
        return store.getUnsavedMemory() > store.getAutoCommitMemory() / 2;
    }

    private void write(long mine) {
        turn.lock();
        try {
            while (written < mine) {
                if (writing) someoneWrote.awaitUninterruptibly();
                else writeForAll();
            }
        } finally {
            turn.unlock();
        }
    }

    /** Leaves the lock meanwhile: whoever kept it would also keep from going on those who are written already. */
    private void writeForAll() {
        writing = true;
        long all = written;
        turn.unlock();
        try {
            all = CompletableFuture.supplyAsync(this::writeFile, WRITER).join();
        } finally {
            turn.lock();
            writing = false;
            written = all;
            someoneWrote.signalAll();
        }
    }

    /** In a thread that nobody interrupts: H2 would not wait until it has written, and not say so. */
    private long writeFile() {
        LockSupport.parkNanos(notBefore - System.nanoTime());
        long all = asked.get();
        var taken = statements.closedFor(this::takeTables);
        store.executeFilestoreOperation(() -> {}); // comes after what is being written
        if (!store.isClosed()) events.forget(taken.events());
        long end = System.nanoTime();
        notBefore = end + (end - taken.at()) / 2; // at most two thirds of the time go into writes
        return all;
    }

    /** It is not H2's turn either, unless a session is opened or closed at this moment. */
    private Taken takeTables() {
        var taken = new Taken(System.nanoTime(), events.turnOver());
        while (store.tryCommit() < 0 && store.hasUnsavedChanges() && !store.isClosed()) Thread.onSpinWait();
        return taken;
    }

    /**
     * All tables as they are at one moment.
     *
     * @param at when, in nanoseconds
     * @param events files of the log that have nothing else
     */
    private record Taken(long at, List<Path> events) {}
}
