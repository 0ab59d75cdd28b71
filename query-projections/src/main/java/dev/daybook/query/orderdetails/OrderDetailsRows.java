package dev.daybook.query.orderdetails;

import dev.daybook.query.Slot;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads columns, never entities: one that a session keeps would hide what the projection wrote meanwhile. */
interface OrderDetailsRows extends Repository<OrderDetailsRow, OrderDetailsRow.Key> {
    @Query("select r.document from OrderDetailsRow r where r.slot = :slot and r.orderId = :orderId")
    Optional<String> document(Slot slot, String orderId);

    @Query("select r.lastSequence from OrderDetailsRow r where r.slot = :slot and r.orderId = :orderId")
    Optional<Long> lastSequence(Slot slot, String orderId);
}
