package dev.daybook.query.audittrail;

import dev.daybook.query.Slot;
import java.util.List;
import org.springframework.data.repository.Repository;

interface AuditRows extends Repository<AuditRow, AuditRow.Key>, AuditPages {
    List<AuditRow> findBySlotAndOrderIdOrderByOrdinal(Slot slot, String orderId);
}
