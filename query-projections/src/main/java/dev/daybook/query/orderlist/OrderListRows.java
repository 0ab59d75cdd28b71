package dev.daybook.query.orderlist;

import dev.daybook.query.Slot;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads columns, never entities: one that a session keeps would hide what the projection wrote meanwhile. */
interface OrderListRows extends Repository<OrderListRow, OrderListRow.Key>, OrderListPages {
    @Query("select r.document from OrderListRow r where r.slot = :slot and r.orderId = :orderId")
    Optional<String> document(Slot slot, String orderId);
}
