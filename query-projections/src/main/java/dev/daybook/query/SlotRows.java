package dev.daybook.query;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes the rows of a slot in pieces, each in a transaction of its own, so that clearing a big table holds no lock for
 * long. A slot that is being cleared never serves, so nobody sees it half empty.
 */
@Component
public class SlotRows {
    private static final int PIECE = 5_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate piece;

    SlotRows(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.piece = new TransactionTemplate(transactions);
        piece.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Clears {@code table}; {@code key} is the column that follows the slot in its primary key. */
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
