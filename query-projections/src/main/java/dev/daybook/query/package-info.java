/** What every view shares: slots, the wait until a view shows a write, signals, and the shape of a view. */
@NullMarked
package dev.daybook.query;

import org.jspecify.annotations.NullMarked;
