/** What is measured: Daybook in a process of its own, on an engine of its own, with goods and customers. */
@NullMarked
package dev.daybook.load.trial;

import org.jspecify.annotations.NullMarked;
