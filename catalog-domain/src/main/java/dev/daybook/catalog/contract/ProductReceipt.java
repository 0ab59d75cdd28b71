package dev.daybook.catalog.contract;

/** Answer of the commands of a product. */
public record ProductReceipt(ProductId productId, long sequence) implements Receipt {
    @Override
    public String aggregateId() {
        return productId.value();
    }
}
