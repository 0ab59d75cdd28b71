/** Orders in pages, by customer, status and archive. */
@NullMarked
package dev.daybook.query.orderlist;

import org.jspecify.annotations.NullMarked;
