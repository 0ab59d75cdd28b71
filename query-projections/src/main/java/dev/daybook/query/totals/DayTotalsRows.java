package dev.daybook.query.totals;

import dev.daybook.query.Slot;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DayTotalsRows extends Repository<DayTotalsRow, DayTotalsRow.Key> {
    @Query("""
            select new dev.daybook.query.totals.DayTotalsRows$Sum(
                r.createdOn, r.currency, r.orders, r.cancellations, r.minorUnits)
            from DayTotalsRow r where r.slot = :slot and r.createdOn between :from and :to
            order by r.createdOn, r.currency
            """)
    List<Sum> between(Slot slot, LocalDate from, LocalDate to);

    /** Orders, cancellations and money of a day in one currency. */
    record Sum(LocalDate day, String currency, long orders, long cancellations, long minorUnits) {}
}
