/** The process that carries an order from CREATED to DELIVERED, and the watchdog that brings on what stands still. */
@NullMarked
package dev.daybook.order.lifecycle;

import org.jspecify.annotations.NullMarked;
