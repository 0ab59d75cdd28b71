package dev.daybook.query.cartcontents;

import dev.daybook.cart.contract.CartId;
import dev.daybook.cart.contract.CartLine;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.query.Cursor;
import dev.daybook.query.ServingSlots;
import dev.daybook.query.Slot;
import dev.daybook.query.cartcontents.CartContentsQuery.FindCart;
import dev.daybook.query.cartcontents.CartContentsQuery.ListCarts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Component
class FindingCarts {
    private static final Cursor CURSOR = Cursor.of("carts");

    private final CartRows carts;
    private final CartLineRows lines;
    private final ServingSlots slots;

    FindingCarts(CartRows carts, CartLineRows lines, ServingSlots slots) {
        this.carts = carts;
        this.lines = lines;
        this.slots = slots;
    }

    /** One snapshot of cart and lines: they change together. */
    @QueryHandler
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<CartView> answer(FindCart query) {
        Slot serving = slots.serving(CartContentsView.NAME);
        String cartId = CartId.of(new CustomerId(query.customerId())).value();
        return carts.findBySlotAndCartId(serving, cartId)
                .map(cart -> withLines(serving, List.of(cart)).getFirst());
    }

    @QueryHandler
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CartPage answer(ListCarts query) {
        Cursor.Key key = CURSOR.read(query.cursor(), 1);
        Slot serving = slots.serving(CartContentsView.NAME);
        List<CartRow> rows = carts.findBySlotAndFilledTrueAndCartIdGreaterThanOrderByCartId(
                serving, key == null ? "" : key.text(0), Limit.of(query.limit() + 1));
        List<CartRow> page = rows.subList(0, Math.min(rows.size(), query.limit()));
        String next = rows.size() > query.limit() ? CURSOR.after(page.getLast().cartId()) : null;
        return new CartPage(withLines(serving, page), next);
    }

    private List<CartView> withLines(Slot serving, List<CartRow> page) {
        Map<String, List<CartLine>> byCart =
                lines
                        .findBySlotAndCartIdInOrderByPutIn(
                                serving, page.stream().map(CartRow::cartId).toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                CartLineRow::cartId, Collectors.mapping(CartLineRow::toLine, Collectors.toList())));
        return page.stream()
                .map(cart -> cart.with(byCart.getOrDefault(cart.cartId(), List.of())))
                .toList();
    }
}
