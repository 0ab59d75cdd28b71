/** How failures come over the wire, without a server. */
@NullMarked
package dev.daybook.api.wire;

import org.jspecify.annotations.NullMarked;
