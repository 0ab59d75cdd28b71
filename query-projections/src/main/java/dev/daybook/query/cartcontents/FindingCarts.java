package dev.daybook.query.cartcontents;

import dev.daybook.cart.contract.CartId;
import dev.daybook.cart.contract.CartLine;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.catalog.contract.Money;
import dev.daybook.query.Cursor;
import dev.daybook.query.Micros;
import dev.daybook.query.ServingSlots;
import dev.daybook.query.cartcontents.CartContentsQuery.FindCart;
import dev.daybook.query.cartcontents.CartContentsQuery.ListCarts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FindingCarts {
    private static final Cursor CURSOR = Cursor.of("carts");
    private static final String CURRENCY_OF_NOTHING = "USD";
    private static final String CARTS =
            "select cart_id, customer_id, items, updated_at, last_sequence from cart_view where slot = ? and ";

    private final JdbcClient jdbc;
    private final ServingSlots slots;

    FindingCarts(JdbcClient jdbc, ServingSlots slots) {
        this.jdbc = jdbc;
        this.slots = slots;
    }

    @QueryHandler
    Optional<CartView> answer(FindCart query) {
        String cartId = CartId.of(new CustomerId(query.customerId())).value();
        return jdbc.sql(CARTS + "cart_id = ?")
                .params(serving(), cartId)
                .query(FindingCarts::view)
                .optional();
    }

    @QueryHandler
    CartPage answer(ListCarts query) {
        Cursor.Key key = CURSOR.read(query.cursor(), 1);
        List<CartView> carts = jdbc.sql(CARTS + "filled = true and cart_id > ? order by cart_id limit ?")
                .params(serving(), key == null ? "" : key.text(0), query.limit() + 1)
                .query(FindingCarts::view)
                .list();
        List<CartView> page = carts.subList(0, Math.min(carts.size(), query.limit()));
        String next = carts.size() > query.limit() ? CURSOR.after(page.getLast().cartId()) : null;
        return new CartPage(page, next);
    }

    private String serving() {
        return slots.serving(CartContentsView.NAME).name();
    }

    private static CartView view(ResultSet row, int number) throws SQLException {
        List<CartLine> lines = CartLines.read(row.getString("items"));
        Money total = lines.stream()
                .map(line -> line.unitPrice().times(line.quantity()))
                .reduce(Money::plus)
                .orElseGet(() -> Money.zero(CURRENCY_OF_NOTHING));
        return new CartView(
                row.getString("cart_id"),
                row.getString("customer_id"),
                lines,
                total,
                Micros.toInstant(row.getLong("updated_at")),
                row.getLong("last_sequence"));
    }
}
