package dev.daybook.catalog.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names an order; catalog knows it as the one for whom stock is reserved. */
public record OrderId(@JsonValue String value) {
    public static final String PREFIX = "order-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderId {
        Ids.requirePrefixed(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
