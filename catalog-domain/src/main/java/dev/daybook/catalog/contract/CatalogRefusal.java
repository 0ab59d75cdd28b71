package dev.daybook.catalog.contract;

/** Why catalog refuses a command. */
public enum CatalogRefusal implements Refusal {
    /** Another product has, or had, this sku. */
    SKU_TAKEN,
    /** A discontinued product cannot be changed any more. */
    PRODUCT_DISCONTINUED,
    /** The stock of this product was registered before, with another quantity. */
    STOCK_ALREADY_REGISTERED,
    /** The change would take away what is reserved for orders. */
    STOCK_BELOW_RESERVED,
    /** The quantity is negative, zero where it must not be, or too large. */
    INVALID_QUANTITY
}
