/** What a customer looked at last: a convenience in a plain table, not in the book, never rebuilt. */
@NullMarked
package dev.daybook.query.recentviews;

import org.jspecify.annotations.NullMarked;
