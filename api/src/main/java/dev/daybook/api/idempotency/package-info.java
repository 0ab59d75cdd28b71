/** Requests that say which of them are the same. */
@NullMarked
package dev.daybook.api.idempotency;

import org.jspecify.annotations.NullMarked;
