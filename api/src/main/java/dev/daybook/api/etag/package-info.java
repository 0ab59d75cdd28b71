/** Versions on the wire: entity tags, and the preconditions made of them. */
@NullMarked
package dev.daybook.api.etag;

import org.jspecify.annotations.NullMarked;
