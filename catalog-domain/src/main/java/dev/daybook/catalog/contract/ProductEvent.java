package dev.daybook.catalog.contract;

import java.time.Instant;

/** What happened to a product. */
public sealed interface ProductEvent {
    ProductId productId();

    /** A product was taken into the catalog. */
    record ProductAdded(
            ProductId productId,
            String sku,
            String name,
            String description,
            String category,
            String manufacturer,
            Money price,
            Instant at)
            implements ProductEvent {}

    /** A product was described anew. */
    record ProductDetailsChanged(
            ProductId productId, String name, String description, String category, String manufacturer, Instant at)
            implements ProductEvent {}

    /** A product costs something else from now on. */
    record ProductRepriced(ProductId productId, Money oldPrice, Money newPrice, Instant at) implements ProductEvent {}

    /** A product is no longer sold. */
    record ProductDiscontinued(ProductId productId, Instant at) implements ProductEvent {}
}
