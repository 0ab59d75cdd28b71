package dev.daybook.query.audittrail;

import dev.daybook.query.Cursor;
import dev.daybook.query.ServingSlots;
import dev.daybook.query.audittrail.AuditPages.Last;
import dev.daybook.query.audittrail.AuditTrailQuery.FindHistory;
import dev.daybook.query.audittrail.AuditTrailQuery.SearchAudit;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class ReadingTheTrail {
    private final AuditRows rows;
    private final ServingSlots slots;

    ReadingTheTrail(AuditRows rows, ServingSlots slots) {
        this.rows = rows;
        this.slots = slots;
    }

    @QueryHandler
    List<AuditEntry> handle(FindHistory query) {
        return rows.findBySlotAndOrderIdOrderByOrdinal(slots.serving(AuditTrailView.NAME), query.orderId()).stream()
                .map(AuditRow::toEntry)
                .toList();
    }

    @QueryHandler
    AuditPage handle(SearchAudit query) {
        Cursor cursor = Cursor.of("audit", query.actor(), query.type(), query.orderId(), query.from(), query.to());
        Cursor.Key key = cursor.read(query.cursor(), 2);
        Last last = key == null ? Last.NEWER_THAN_ALL : new Last(key.number(0), key.number(1));
        List<AuditRow> found = rows.page(slots.serving(AuditTrailView.NAME), query, last, query.limit() + 1);
        List<AuditEntry> items =
                found.stream().limit(query.limit()).map(AuditRow::toEntry).toList();
        if (found.size() <= query.limit()) return new AuditPage(items, null);
        AuditRow end = found.get(query.limit() - 1);
        return new AuditPage(items, cursor.after(end.happenedAt(), end.ordinal()));
    }
}
