/** One attempt to pay an order, and how its money is asked of a payment provider and given back. */
@NullMarked
package dev.daybook.order.payment;

import org.jspecify.annotations.NullMarked;
