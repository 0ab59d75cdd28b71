/** Commands and events by way of Axon Server: what fails there, or on another node, fails here as if it had been here. */
@NullMarked
package dev.daybook.api.wire;

import org.jspecify.annotations.NullMarked;
