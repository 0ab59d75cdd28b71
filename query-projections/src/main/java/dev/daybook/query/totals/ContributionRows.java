package dev.daybook.query.totals;

import dev.daybook.query.Slot;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ContributionRows extends Repository<ContributionRow, ContributionRow.Key> {
    @Query("select r.lastSequence from ContributionRow r where r.slot = :slot and r.orderId = :orderId")
    Optional<Long> lastSequence(Slot slot, String orderId);
}
