/** The architecture as rules, each with a bad specimen that shows it can fail. */
@NullMarked
package dev.daybook.architecture;

import org.jspecify.annotations.NullMarked;
