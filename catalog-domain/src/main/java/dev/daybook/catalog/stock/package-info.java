/** How much of a product there is, and for which orders it is set aside. */
@NullMarked
package dev.daybook.catalog.stock;

import org.jspecify.annotations.NullMarked;
