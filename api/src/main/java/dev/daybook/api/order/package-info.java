/** Orders: what they are, what may be asked of them, and how a client follows one. */
@NullMarked
package dev.daybook.api.order;

import org.jspecify.annotations.NullMarked;
