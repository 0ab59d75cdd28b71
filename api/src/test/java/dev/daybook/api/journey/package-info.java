/** Whole journeys through HTTP, against the real application on a real database. */
@NullMarked
package dev.daybook.api.journey;

import org.jspecify.annotations.NullMarked;
