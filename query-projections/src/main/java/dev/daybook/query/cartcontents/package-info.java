/** What is in each customer's cart. */
@NullMarked
package dev.daybook.query.cartcontents;

import org.jspecify.annotations.NullMarked;
