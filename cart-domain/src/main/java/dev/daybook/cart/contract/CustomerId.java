package dev.daybook.cart.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.daybook.catalog.contract.Ids;

/** Names the customer by the id of the account, and by nothing else. */
public record CustomerId(@JsonValue String value) {
    public static final String PREFIX = "user-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CustomerId {
        Ids.requirePrefixed(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
