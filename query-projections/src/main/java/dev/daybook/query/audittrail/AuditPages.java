package dev.daybook.query.audittrail;

import dev.daybook.query.Slot;
import dev.daybook.query.audittrail.AuditTrailQuery.SearchAudit;
import java.util.List;

/** Pages through the rows by whichever filters are given. */
interface AuditPages {
    /** At most {@code limit} rows, newest first, after {@code last}. */
    List<AuditRow> page(Slot slot, SearchAudit filters, Last last, int limit);

    /** The key of the last entry of the page before. */
    record Last(long happenedAt, long ordinal) {
        /** What the first page comes after. */
        static final Last NEWER_THAN_ALL = new Last(Long.MAX_VALUE, Long.MAX_VALUE);
    }
}
