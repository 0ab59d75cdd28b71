package dev.daybook.query.cartcontents;

import dev.daybook.cart.contract.CartLine;
import dev.daybook.catalog.contract.Money;
import java.time.Instant;
import java.util.List;

/**
 * A customer's cart.
 *
 * @param items in the order in which they were put in
 * @param total zero USD when the cart is empty
 * @param sequence last applied sequence of the cart
 */
public record CartView(
        String cartId, String customerId, List<CartLine> items, Money total, Instant updatedAt, long sequence) {}
