package dev.daybook.query.shopfigures;

import dev.daybook.query.Slot;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By how much the amounts of a slot change in one batch. They are added inside the database, in the order of the keys, so
 * that segments on several nodes may share the rows.
 */
class Amounts {
    private final Slot slot;
    private final JdbcClient jdbc;
    private final Map<Figure, Long> changes = new TreeMap<>();

    Amounts(Slot slot, JdbcClient jdbc) {
        this.slot = slot;
        this.jdbc = jdbc;
    }

    void add(Figure figure, long change) {
        if (change != 0) changes.merge(figure, change, Long::sum);
    }

    void observe(Histogram histogram, String label, long value) {
        add(new Figure(histogram.name(), label, histogram.bucketOf(value)), 1);
        add(new Figure(histogram.name(), label, Histogram.SUM), value);
    }

    void write() {
        changes.forEach(this::write);
    }

    /** Another segment may insert the row between the update that found none and the insert. */
    private void write(Figure figure, long change) {
        if (update(figure, change) > 0) return;
        try {
            jdbc.sql("insert into shop_figure (slot, name, label, bucket, amount) values (?, ?, ?, ?, ?)")
                    .params(slot.name(), figure.name(), figure.label(), figure.bucket(), change)
                    .update();
        } catch (DuplicateKeyException insertedMeanwhile) {
            update(figure, change);
        }
    }

    private int update(Figure figure, long change) {
        return jdbc.sql("update shop_figure set amount = amount + ?"
                        + " where slot = ? and name = ? and label = ? and bucket = ?")
                .params(change, slot.name(), figure.name(), figure.label(), figure.bucket())
                .update();
    }
}
