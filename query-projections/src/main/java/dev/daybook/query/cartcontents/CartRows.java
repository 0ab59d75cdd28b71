package dev.daybook.query.cartcontents;

import dev.daybook.query.Slot;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface CartRows extends Repository<CartRow, CartRow.Key> {
    Optional<CartRow> findBySlotAndCartId(Slot slot, String cartId);

    List<CartRow> findBySlotAndFilledTrueAndCartIdGreaterThanOrderByCartId(Slot slot, String cartId, Limit limit);
}
