package dev.daybook.query.audittrail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the audit trail, newest first; no {@code nextCursor} on the last one. */
public record AuditPage(List<AuditEntry> items, @Nullable String nextCursor) {}
