/** What cart publishes: carts and checkout in commands, events, ids and refusals. */
@NullMarked
package dev.daybook.cart.contract;

import org.jspecify.annotations.NullMarked;
