package dev.daybook.api.cart;

import dev.daybook.api.command.Queries;
import dev.daybook.cart.contract.CartLine;
import dev.daybook.query.cartcontents.CartContentsQuery.FindCart;
import dev.daybook.query.cartcontents.CartView;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The carts as the views show them. */
@Component
public class Carts {
    private final Queries queries;

    Carts(Queries queries) {
        this.queries = queries;
    }

    public CartBody of(String customerId) {
        return find(customerId).map(CartBody::of).orElseGet(() -> CartBody.empty(customerId));
    }

    Optional<CartView> find(String customerId) {
        return queries.optional(new FindCart(customerId), CartView.class);
    }

    List<CartLine> lines(String customerId) {
        return find(customerId).map(CartView::items).orElse(List.of());
    }
}
