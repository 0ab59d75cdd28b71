/** Every event that touched an order, payment, stock or cart, with who and what caused it. */
@NullMarked
package dev.daybook.query.audittrail;

import org.jspecify.annotations.NullMarked;
