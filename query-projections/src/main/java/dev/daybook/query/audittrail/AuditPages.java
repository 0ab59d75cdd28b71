package dev.daybook.query.audittrail;

import dev.daybook.query.Slot;
import dev.daybook.query.audittrail.AuditTrailQuery.SearchAudit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages through the rows by whichever filters are given. */
interface AuditPages {
    /** At most {@code limit} rows, newest first, after {@code last}. */
    List<AuditRow> page(Slot slot, SearchAudit filters, @Nullable Last last, int limit);

    /** The key of the last entry of the page before. */
    record Last(long happenedAt, long ordinal) {}
}
