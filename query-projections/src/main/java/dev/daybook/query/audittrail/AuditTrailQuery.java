package dev.daybook.query.audittrail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of the audit trail. */
public sealed interface AuditTrailQuery {
    /** The {@link AuditEntry}s of one order, oldest first. */
    record FindHistory(String orderId) implements AuditTrailQuery {}

    /** An {@link AuditPage}, newest first; every filter may be null; {@code limit} 1 to 100. */
    record SearchAudit(
            @Nullable String actor,
            @Nullable String type,
            @Nullable String orderId,
            @Nullable Instant from,
            @Nullable Instant to,
            int limit,
            @Nullable String cursor)
            implements AuditTrailQuery {}
}
