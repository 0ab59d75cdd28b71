/** Fills an empty embedded shop, so that the first start shows something. */
@NullMarked
package dev.daybook.api.samples;

import org.jspecify.annotations.NullMarked;
