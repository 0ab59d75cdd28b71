package dev.daybook.order.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.daybook.catalog.contract.Ids;
import dev.daybook.catalog.contract.OrderId;

/** Names one attempt to pay an order; derived from order and attempt, so a repeat means the same payment. */
public record PaymentId(@JsonValue String value) {
    public static final String PREFIX = "payment-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PaymentId {
        Ids.requirePrefixed(PREFIX, value);
    }

    /** The id of the {@code attempt}th payment (from 1) of {@code order}. */
    public static PaymentId of(OrderId order, int attempt) {
        return new PaymentId(PREFIX + order.value().substring(OrderId.PREFIX.length()) + "-" + attempt);
    }

    @Override
    public String toString() {
        return value;
    }
}
