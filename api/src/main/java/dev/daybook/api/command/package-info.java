/** Sending commands in the caller's name, waiting until views show them, and asking the views. */
@NullMarked
package dev.daybook.api.command;

import org.jspecify.annotations.NullMarked;
