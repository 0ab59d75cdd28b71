package dev.daybook.cart.contract;

import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductId;

/** What the catalog asks for a product now; not {@code available} when it is discontinued. */
public record Quote(ProductId productId, String name, Money unitPrice, boolean available) {}
