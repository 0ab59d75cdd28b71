/** What operators wait for: starts and rebuilds. */
@NullMarked
package dev.daybook.load.operating;

import org.jspecify.annotations.NullMarked;
