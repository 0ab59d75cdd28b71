package dev.daybook.query.cartcontents;

import dev.daybook.query.Slot;
import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface CartLineRows extends Repository<CartLineRow, CartLineRow.Key> {
    List<CartLineRow> findBySlotAndCartIdInOrderByPutIn(Slot slot, Collection<String> cartIds);
}
