package dev.daybook.cart.contract;

import dev.daybook.catalog.contract.Receipt;

/** Answer of the commands of a cart. */
public record CartReceipt(CartId cartId, long sequence) implements Receipt {
    @Override
    public String aggregateId() {
        return cartId.value();
    }
}
