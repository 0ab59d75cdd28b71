/** Carts, and how one becomes an order. */
@NullMarked
package dev.daybook.api.cart;

import org.jspecify.annotations.NullMarked;
