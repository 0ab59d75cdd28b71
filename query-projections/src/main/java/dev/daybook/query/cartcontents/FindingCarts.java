package dev.daybook.query.cartcontents;

import dev.daybook.cart.contract.CartId;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.query.Cursor;
import dev.daybook.query.ServingSlots;
import dev.daybook.query.Slot;
import dev.daybook.query.cartcontents.CartContentsQuery.FindCart;
import dev.daybook.query.cartcontents.CartContentsQuery.ListCarts;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

@Component
class FindingCarts {
    private static final Cursor CURSOR = Cursor.of("carts");

    private final CartRows carts;
    private final ServingSlots slots;

    FindingCarts(CartRows carts, ServingSlots slots) {
        this.carts = carts;
        this.slots = slots;
    }

    @QueryHandler
    Optional<CartView> answer(FindCart query) {
        Slot serving = slots.serving(CartContentsView.NAME);
        String cartId = CartId.of(new CustomerId(query.customerId())).value();
        return carts.findBySlotAndCartId(serving, cartId).map(CartRow::toView);
    }

    @QueryHandler
    CartPage answer(ListCarts query) {
        Cursor.Key key = CURSOR.read(query.cursor(), 1);
        Slot serving = slots.serving(CartContentsView.NAME);
        List<CartRow> rows = carts.findBySlotAndFilledTrueAndCartIdGreaterThanOrderByCartId(
                serving, key == null ? "" : key.text(0), Limit.of(query.limit() + 1));
        List<CartRow> page = rows.subList(0, Math.min(rows.size(), query.limit()));
        String next = rows.size() > query.limit() ? CURSOR.after(page.getLast().cartId()) : null;
        return new CartPage(page.stream().map(CartRow::toView).toList(), next);
    }
}
