/** What operators see at {@code /actuator/prometheus}. */
@NullMarked
package dev.daybook.api.metrics;

import org.jspecify.annotations.NullMarked;
