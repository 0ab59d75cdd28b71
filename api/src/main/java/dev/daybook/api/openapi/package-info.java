/** How the interface describes itself. */
@NullMarked
package dev.daybook.api.openapi;

import org.jspecify.annotations.NullMarked;
