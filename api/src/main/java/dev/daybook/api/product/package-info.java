/** The catalog: products, their stock, and the categories they are in. */
@NullMarked
package dev.daybook.api.product;

import org.jspecify.annotations.NullMarked;
