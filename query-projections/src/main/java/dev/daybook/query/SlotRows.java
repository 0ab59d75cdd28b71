package dev.daybook.query;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes rows of views many at a time, and clears slots. */
@Component
public class SlotRows {
    /** Until a transaction ends, H2 keeps every row that it deletes, and soon writes its file in the middle of it. */
    private static final int PIECE = 500;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final TransactionTemplate piece;

    SlotRows(JdbcClient jdbc, JdbcOperations batches, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.piece = new TransactionTemplate(transactions);
        piece.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Executes a statement once for each row, in one round trip where the database's driver can.
     *
     * @param values a row's values, in the order of the statement's question marks
     * @return how many rows each changed, in their order
     */
    public <R> int[] write(String sql, Collection<R> rows, Function<? super R, Object[]> values) {
        return batches.batchUpdate(sql, rows.stream().map(values).toList());
    }

    /**
     * Writes what a batch has changed.
     *
     * @param values as both statements want them, in this order
     */
    public <R> void save(BatchRows<R> rows, String insert, String update, Function<? super R, Object[]> values) {
        write(insert, rows.added().values(), values);
        write(update, rows.changed().values(), values);
    }

    /**
     * Whether a row has applied the event {@code sequence}, or a later one.
     *
     * @param key the column that follows the slot in the table's primary key
     */
    public boolean show(String table, String key, Slot slot, String id, long sequence) {
        return jdbc.sql("select last_sequence from %s where slot = ? and %s = ?".formatted(table, key))
                .params(slot.name(), id)
                .query(Long.class)
                .optional()
                .filter(last -> last >= sequence)
                .isPresent();
    }

    /**
     * Clears {@code table} in pieces, each in a transaction of its own, so that clearing a big one holds no lock for long. A
     * slot that is being cleared never serves, so nobody sees it half empty.
     *
     * @param key the column that follows the slot in the table's primary key
     */
    public void clear(String table, String key, Slot slot) {
        while (Boolean.TRUE.equals(piece.execute(status -> clearPiece(table, key, slot)))) {
            // the next piece
        }
    }

    private boolean clearPiece(String table, String key, Slot slot) {
        Optional<Object> last = jdbc.sql("select %2$s from %1$s where slot = ? order by slot, %2$s limit 1 offset %3$d"
                        .formatted(table, key, PIECE - 1))
                .param(slot.name())
                .query()
                .optionalValue();
        if (last.isEmpty()) {
            jdbc.sql("delete from " + table + " where slot = ?")
                    .param(slot.name())
                    .update();
            return false;
        }
        jdbc.sql("delete from %s where slot = ? and %s <= ?".formatted(table, key))
                .param(slot.name())
                .param(last.get())
                .update();
        return true;
    }
}
