package dev.daybook.query.productcatalog;

/** The orders in which products are listed; ties are broken by id. */
public enum ProductSort {
    NAME,
    NAME_DESC,
    PRICE,
    PRICE_DESC,
    NEWEST
}
