/** What customers spent, and what the shop sold: per day, per status, per product. */
@NullMarked
package dev.daybook.query.totals;

import org.jspecify.annotations.NullMarked;
