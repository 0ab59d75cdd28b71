/** What the shop's monitoring counts, each event once. */
@NullMarked
package dev.daybook.query.shopfigures;

import org.jspecify.annotations.NullMarked;
