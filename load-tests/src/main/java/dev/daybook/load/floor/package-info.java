/** What Axon alone can do on Daybook's event store, with the least of all aggregates and a transaction for each command. */
@NullMarked
package dev.daybook.load.floor;

import org.jspecify.annotations.NullMarked;
