/** The edge alone, over real HTTP, in front of a domain that is made up. */
@NullMarked
package dev.daybook.api.edge;

import org.jspecify.annotations.NullMarked;
