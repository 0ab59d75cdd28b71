/** What is for sale: the life of a product, and the claims that keep its sku its own for ever. */
@NullMarked
package dev.daybook.catalog.product;

import org.jspecify.annotations.NullMarked;
