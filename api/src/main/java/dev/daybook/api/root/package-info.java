/** The door: what this service is, and where to go from here. */
@NullMarked
package dev.daybook.api.root;

import org.jspecify.annotations.NullMarked;
