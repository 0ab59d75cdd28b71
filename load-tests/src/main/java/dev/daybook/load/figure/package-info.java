/** What was measured, on which machine, and how it is written down. */
@NullMarked
package dev.daybook.load.figure;

import org.jspecify.annotations.NullMarked;
