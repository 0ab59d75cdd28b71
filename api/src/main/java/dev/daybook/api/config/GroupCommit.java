package dev.daybook.api.config;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;

/**
 * Writes the embedded database's file once for all transactions that end at about the same time, instead of once for each, one
 * after the other.
 */
class GroupCommit {
    /** Who comes sooner after a write waits for those who come yet, in nanoseconds: a write costs as much as an order's step. */
    private static final long SHORTEST_PAUSE = 2_000_000;

    /** Transactions write nothing by themselves, and no thread does behind their back. */
    private static final int ONLY_WHEN_ASKED = -1;

    private final MVStore store;
    private final AtomicLong asked = new AtomicLong();
    private final Lock turn = new ReentrantLock();
    private long written;
    private long lastTime = System.nanoTime() - SHORTEST_PAUSE;

    GroupCommit(MVStore store) {
        this.store = store;
        store.setAutoCommitDelay(ONLY_WHEN_ASKED);
    }

    boolean isOf(MVStore another) {
        return store == another;
    }

    /** Returns when everything that was committed before the call is in the file. */
    void write() {
        long mine = asked.incrementAndGet();
        turn.lock();
        try {
            if (written >= mine) return; // by whoever had the turn before
            LockSupport.parkNanos(lastTime + SHORTEST_PAUSE - System.nanoTime());
            long all = asked.get();
            store.commit();
            written = all;
            lastTime = System.nanoTime();
        } finally {
            turn.unlock();
        }
    }
}
