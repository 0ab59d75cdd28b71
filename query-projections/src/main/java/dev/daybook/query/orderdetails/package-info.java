/** One order with its lines, payments, next step and version, now or as it stood earlier. */
@NullMarked
package dev.daybook.query.orderdetails;

import org.jspecify.annotations.NullMarked;
