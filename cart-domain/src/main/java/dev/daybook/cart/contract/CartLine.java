package dev.daybook.cart.contract;

import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductId;

/** One product in a cart: its name and unit price as last quoted, and how many (1 to 999). */
public record CartLine(ProductId productId, String name, Money unitPrice, int quantity) {}
