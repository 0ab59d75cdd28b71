/**
 * Rebuilding a view beside the one that serves, switching back, and the letters that views could not read.
 *
 * <p>On H2 and MySQL a failed statement leaves its transaction usable, so that one bad event can be undone to a savepoint.
 */
@NullMarked
package dev.daybook.query.rebuild;

import org.jspecify.annotations.NullMarked;
