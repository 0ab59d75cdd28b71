/** What every request has: an id that follows it into commands, events, logs and problems. */
@NullMarked
package dev.daybook.api.request;

import org.jspecify.annotations.NullMarked;
