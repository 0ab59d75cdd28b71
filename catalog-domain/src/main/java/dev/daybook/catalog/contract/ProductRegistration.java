package dev.daybook.catalog.contract;

import dev.daybook.catalog.contract.ProductCommand.AddProduct;

/** The way a product comes into the catalog: its sku is claimed, it is added, its stock is registered. */
public interface ProductRegistration {
    /**
     * Adds a product with {@code stock} >= 0 pieces on hand. A repeat with the same product id is harmless.
     *
     * @throws org.axonframework.commandhandling.CommandExecutionException with {@link CatalogRefusal#SKU_TAKEN} when
     *     another product has, or had, the sku
     */
    Added add(AddProduct product, int stock);

    /** The sequences the views have to reach to show the product with its stock. */
    record Added(ProductReceipt product, StockReceipt stock) {}
}
