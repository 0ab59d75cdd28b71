package dev.daybook.query.cartcontents;

import org.jspecify.annotations.Nullable;

/** What may be asked of the carts. */
public sealed interface CartContentsQuery {
    /** An optional {@link CartView}: none for a customer who never put anything in. */
    record FindCart(String customerId) implements CartContentsQuery {}

    /** A {@link CartPage}, by cart id; {@code limit} 1 to 100. */
    record ListCarts(int limit, @Nullable String cursor) implements CartContentsQuery {}
}
