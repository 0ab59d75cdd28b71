package dev.daybook.query.totals;

import dev.daybook.query.Slot;
import dev.daybook.query.totals.Statistics.BestSeller;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProductTotalsRows extends Repository<ProductTotalsRow, ProductTotalsRow.Key> {
    /** Sorted by the index from its first column on: H2 sorts by an index only then. */
    @Query("""
            select new dev.daybook.query.totals.Statistics$BestSeller(r.productId, r.name, r.quantity)
            from ProductTotalsRow r where r.slot = :slot and r.quantity > 0
            order by r.slot, r.quantity desc, r.productId
            """)
    List<BestSeller> best(Slot slot, Limit limit);
}
