/** The one cart of a customer, from the first item to the order it becomes. */
@NullMarked
package dev.daybook.cart.cart;

import org.jspecify.annotations.NullMarked;
