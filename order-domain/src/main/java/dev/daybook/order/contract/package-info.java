/** What order publishes: orders and payments in commands, events, ids and refusals, and the port to a payment provider. */
@NullMarked
package dev.daybook.order.contract;

import org.jspecify.annotations.NullMarked;
