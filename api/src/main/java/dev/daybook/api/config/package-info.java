/** Wires Axon, the database and the clock for the engine that runs. */
@NullMarked
package dev.daybook.api.config;

import org.jspecify.annotations.NullMarked;
