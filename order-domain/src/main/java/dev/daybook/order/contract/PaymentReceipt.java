package dev.daybook.order.contract;

import dev.daybook.catalog.contract.Receipt;

/** Answer of the commands of a payment: the state that now holds, whether the command changed it or not. */
public record PaymentReceipt(PaymentId paymentId, long sequence, PaymentStatus status) implements Receipt {
    @Override
    public String aggregateId() {
        return paymentId.value();
    }
}
