package dev.daybook.query.audittrail;

import dev.daybook.query.Slot;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AuditRows extends Repository<AuditRow, AuditRow.Key>, AuditPages {
    List<AuditRow> findBySlotAndOrderIdOrderByOrdinal(Slot slot, String orderId);

    @Query("""
            select count(*) > 0 from AuditRow r
            where r.slot = :slot and r.aggregateId = :aggregateId and r.aggregateSequence = :sequence
            """)
    boolean shows(Slot slot, String aggregateId, long sequence);
}
