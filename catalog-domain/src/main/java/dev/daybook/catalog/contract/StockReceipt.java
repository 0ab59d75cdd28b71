package dev.daybook.catalog.contract;

import org.jspecify.annotations.Nullable;

/**
 * Answer of the commands of a stock.
 *
 * @param reservation the state that now holds for the order the command named; null for commands that name none
 */
public record StockReceipt(
        ProductId productId, long sequence, @Nullable ReservationStatus reservation) implements Receipt {
    @Override
    public String aggregateId() {
        return StockId.of(productId).value();
    }
}
