/** The databases that tests run on. */
@NullMarked
package dev.daybook.testing;

import org.jspecify.annotations.NullMarked;
