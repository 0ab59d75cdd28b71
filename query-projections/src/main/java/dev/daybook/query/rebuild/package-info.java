/** Rebuilding a view beside the one that serves, switching back, and the letters that views could not read. */
@NullMarked
package dev.daybook.query.rebuild;

import org.jspecify.annotations.NullMarked;
