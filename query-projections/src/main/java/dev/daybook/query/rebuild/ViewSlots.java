package dev.daybook.query.rebuild;

import dev.daybook.query.Micros;
import dev.daybook.query.ServingSlots;
import dev.daybook.query.Slot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table that all nodes go by. Every change names the phase it leaves, so that of two nodes only one makes it. */
@Component
class ViewSlots implements ServingSlots {
    private static final int LONGEST_ERROR = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;
    /** Whether nobody else can open the database, and flip. */
    private final boolean alone;
    /** Which slots serve; nothing where this instance is not alone. */
    private final Map<String, Slot> known = new ConcurrentHashMap<>();

    ViewSlots(
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${daybook.engine:}") String engine) {
        this.alone = engine.equals("embedded");
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Slot serving(String view) {
        Slot slot = known.get(view);
        return slot == null ? read(view) : slot;
    }

    /** What serves from now on, as the one says that flips. */
    void remember(String view, Slot serving) {
        if (alone) known.put(view, serving);
    }

    private Slot read(String view) {
        return jdbc.sql("select serving from view_slot where view_name = ?")
                .param(view)
                .query(String.class)
                .optional()
                .map(Slot::valueOf)
                .orElse(Slot.A);
    }

    ViewSlot get(String view) {
        return find(view, "").orElseThrow(() -> new IllegalStateException("view " + view + " has no slots yet"));
    }

    /** The row, locked until the transaction ends; nothing when it is in another phase, or another node holds it. */
    Optional<ViewSlot> lock(String view, Phase phase) {
        return find(view, " for update skip locked").filter(row -> row.phase() == phase);
    }

    void createIfMissing(String view) {
        if (find(view, "").isPresent()) return;
        try {
            update(
                    "insert into view_slot (view_name, serving, phase, other_holds_rows, other_cleared, serving_since)"
                            + " values (?, 'A', 'STEADY', false, false, ?)",
                    view,
                    now());
        } catch (DuplicateKeyException e) {
            get(view); // another node was first
        }
    }

    boolean startRebuild(String view, long head) {
        return update(
                        "update view_slot set phase = 'REBUILDING', other_holds_rows = false, other_cleared = false,"
                                + " started_at = ?, handing_over_since = null, start_position = null,"
                                + " target_position = ?, last_error = null"
                                + " where view_name = ? and phase = 'STEADY'",
                        now(),
                        head,
                        view)
                == 1;
    }

    boolean startSwitchingBack(String view, long from, long head) {
        return update(
                        "update view_slot set phase = 'SWITCHING_BACK', other_cleared = true, started_at = ?,"
                                + " handing_over_since = null, start_position = ?, target_position = ?,"
                                + " last_error = null"
                                + " where view_name = ? and phase = 'STEADY' and other_holds_rows",
                        now(),
                        from,
                        head,
                        view)
                == 1;
    }

    void cleared(String view, long start) {
        update(
                "update view_slot set other_cleared = true, start_position = ?"
                        + " where view_name = ? and phase = 'REBUILDING'",
                start,
                view);
    }

    void startHandingOver(ViewSlot row) {
        update(
                "update view_slot set phase = 'HANDING_OVER', handing_over_since = ?"
                        + " where view_name = ? and phase = ? and other_cleared",
                now(),
                row.view(),
                row.phase().name());
    }

    /** Gives a hand-over up: what the other slot held before tells whether it was being rebuilt or switched back to. */
    void giveUpHandingOver(String view) {
        update(
                "update view_slot set phase = case when other_holds_rows then 'SWITCHING_BACK' else 'REBUILDING' end"
                        + " where view_name = ? and phase = 'HANDING_OVER'",
                view);
    }

    boolean flip(ViewSlot row) {
        return update(
                        "update view_slot set serving = ?, phase = 'STEADY', other_holds_rows = true, serving_since = ?,"
                                + " handing_over_since = null, last_error = null"
                                + " where view_name = ? and phase = 'HANDING_OVER' and serving = ?",
                        row.serving().other().name(),
                        now(),
                        row.view(),
                        row.serving().name())
                == 1;
    }

    void failed(String view, String error) {
        update(
                "update view_slot set last_error = ? where view_name = ? and phase <> 'STEADY'",
                error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error,
                view);
    }

    private int update(String sql, Object... params) {
        Integer rows =
                transaction.execute(status -> jdbc.sql(sql).params(params).update());
        return rows == null ? 0 : rows;
    }

    private Optional<ViewSlot> find(String view, String lock) {
        return jdbc.sql("select view_name, serving, phase, other_holds_rows, other_cleared, serving_since,"
                        + " handing_over_since, start_position, last_error from view_slot where view_name = ?" + lock)
                .param(view)
                .query((row, number) -> new ViewSlot(
                        row.getString("view_name"),
                        Slot.valueOf(row.getString("serving")),
                        Phase.valueOf(row.getString("phase")),
                        row.getBoolean("other_holds_rows"),
                        row.getBoolean("other_cleared"),
                        Micros.toInstant(row.getLong("serving_since")),
                        instant(row, "handing_over_since"),
                        number(row, "start_position"),
                        row.getString("last_error")))
                .optional();
    }

    private long now() {
        return Micros.of(clock.instant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long micros = number(row, column);
        return micros == null ? null : Micros.toInstant(micros);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
