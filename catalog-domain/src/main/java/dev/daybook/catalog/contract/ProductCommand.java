package dev.daybook.catalog.contract;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.jspecify.annotations.Nullable;

/** What the outside may ask of a product. All answer with a {@link ProductReceipt}. */
public sealed interface ProductCommand {
    @TargetAggregateIdentifier
    ProductId productId();

    /** The sequence the caller last saw; a product that has moved on refuses as a conflict. Null: any. */
    @TargetAggregateVersion
    default @Nullable Long expectedVersion() {
        return null;
    }

    /** Takes a product into the catalog. The sku must have been claimed through {@link ProductRegistration}. */
    record AddProduct(
            ProductId productId,
            String sku,
            String name,
            String description,
            String category,
            String manufacturer,
            Money price)
            implements ProductCommand {}

    /** Describes a product anew. */
    record ChangeProductDetails(
            ProductId productId,
            String name,
            String description,
            String category,
            String manufacturer,
            @Nullable Long expectedVersion)
            implements ProductCommand {}

    /** Asks another price from now on. */
    record RepriceProduct(
            ProductId productId, Money price, @Nullable Long expectedVersion) implements ProductCommand {}

    /** Stops selling a product, for good. */
    record DiscontinueProduct(ProductId productId, @Nullable Long expectedVersion) implements ProductCommand {}
}
