/** Lists on the wire. */
@NullMarked
package dev.daybook.api.page;

import org.jspecify.annotations.NullMarked;
