package dev.daybook.query.totals;

import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.Slot;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StatusTotalsRows extends Repository<StatusTotalsRow, StatusTotalsRow.Key> {
    @Query("""
            select new dev.daybook.query.totals.StatusTotalsRows$Sum(r.status, r.orders)
            from StatusTotalsRow r where r.slot = :slot
            """)
    List<Sum> all(Slot slot);

    /** Orders of one status. */
    record Sum(OrderStatus status, long orders) {}
}
