package dev.daybook.order.contract;

import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.Receipt;

/** Answer of the commands of an order: the state that now holds, whether the command changed it or not. */
public record OrderReceipt(OrderId orderId, long sequence, OrderStatus status) implements Receipt {
    @Override
    public String aggregateId() {
        return orderId.value();
    }
}
