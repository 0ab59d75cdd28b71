package dev.daybook.query.cartcontents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of carts that are not empty; no {@code nextCursor} on the last one. */
public record CartPage(List<CartView> items, @Nullable String nextCursor) {}
