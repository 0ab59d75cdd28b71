/** An order, from checkout until it is delivered or cancelled, and archived. */
@NullMarked
package dev.daybook.order.order;

import org.jspecify.annotations.NullMarked;
