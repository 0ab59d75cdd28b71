/** Products with their stock level, and the categories they are in. */
@NullMarked
package dev.daybook.query.productcatalog;

import org.jspecify.annotations.NullMarked;
