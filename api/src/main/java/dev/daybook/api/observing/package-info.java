/** Traces, and what every line of the log says about its request and order. */
@NullMarked
package dev.daybook.api.observing;

import org.jspecify.annotations.NullMarked;
