package dev.daybook.order.contract;

import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductId;

/** One product of an order, with name and price as sold. */
public record OrderLine(ProductId productId, String name, Money unitPrice, int quantity) {
    public Money lineTotal() {
        return unitPrice.times(quantity);
    }
}
