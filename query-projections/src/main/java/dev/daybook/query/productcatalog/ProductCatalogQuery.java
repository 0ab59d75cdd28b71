package dev.daybook.query.productcatalog;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be asked of the catalog. */
public sealed interface ProductCatalogQuery {
    /**
     * A {@link ProductPage} of products for sale (not discontinued).
     *
     * @param text words to be found in name, description, sku or manufacturer, without regard to case
     * @param minPrice least price, in whole units of the product's currency
     * @param inStock true: only what can be sold now; false: only what cannot
     * @param limit 1 to 100
     * @param cursor from the page before; a cursor of other filters or another sort is refused as INVALID_CURSOR
     */
    record FindProducts(
            @Nullable String text,
            @Nullable String category,
            @Nullable BigDecimal minPrice,
            @Nullable BigDecimal maxPrice,
            @Nullable Boolean inStock,
            ProductSort sort,
            int limit,
            @Nullable String cursor)
            implements ProductCatalogQuery {}

    /** An optional {@link ProductView}, also of a discontinued product. */
    record FindProduct(String productId) implements ProductCatalogQuery {}

    /** The {@link ProductView}s of those ids that exist, also discontinued ones. */
    record FindProductsById(Set<String> productIds) implements ProductCatalogQuery {}

    /** The {@link CategoryView}s, by name. */
    record ListCategories() implements ProductCatalogQuery {}

    /** An optional {@link StockView}. */
    record FindStock(String productId) implements ProductCatalogQuery {}
}
