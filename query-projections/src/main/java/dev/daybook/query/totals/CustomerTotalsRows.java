package dev.daybook.query.totals;

import dev.daybook.query.Slot;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CustomerTotalsRows extends Repository<CustomerTotalsRow, CustomerTotalsRow.Key> {
    @Query("""
            select new dev.daybook.query.totals.CustomerTotalsRows$Sum(r.currency, r.orders, r.minorUnits)
            from CustomerTotalsRow r where r.slot = :slot and r.customerId = :customerId order by r.currency
            """)
    List<Sum> of(Slot slot, String customerId);

    /** Orders and money of a customer in one currency. */
    record Sum(String currency, long orders, long minorUnits) {}
}
