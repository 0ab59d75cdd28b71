package dev.daybook.query;

import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The batch of events that is being handled. A view collects in memory what the events change, and writes it with few
 * statements before the batch commits. When that fails the batch is handled again, and each event written by itself, to find
 * the one that is at fault.
 */
public final class Batch {
    private static final String CHANGES = Batch.class.getName();

    private Batch() {}

    /** What was changed and not yet written; made once for each batch. */
    public interface Changes {
        void write();
    }

    /** The changes of the current batch so far, or new ones; a batch belongs to one slot of one view. */
    public static <C extends Changes> C changes(Class<C> type, Supplier<C> none) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        return type.cast(batch.getOrComputeResource(CHANGES, key -> {
            batch.onPrepareCommit(Batch::write);
            return none.get();
        }));
    }

    /** Writes what has not been written, if anything. */
    public static void write(UnitOfWork<?> part) {
        UnitOfWork<?> batch = part.root();
        Changes changes = batch.getResource(CHANGES);
        forget(batch);
        if (changes != null) changes.write();
    }

    /** Drops what has not been written. */
    public static void forget(UnitOfWork<?> part) {
        part.root().resources().remove(CHANGES);
    }
}
