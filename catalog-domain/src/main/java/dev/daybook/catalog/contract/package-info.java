/**
 * What catalog publishes: products and stock in commands, events, ids and refusals, and the few value types that every
 * context speaks in ({@link dev.daybook.catalog.contract.Money}, {@link dev.daybook.catalog.contract.OrderId}).
 */
@NullMarked
package dev.daybook.catalog.contract;

import org.jspecify.annotations.NullMarked;
