package dev.daybook.cart.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.daybook.catalog.contract.Ids;

/** Names the one cart of a customer; derived from the customer's id. */
public record CartId(@JsonValue String value) {
    public static final String PREFIX = "cart-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CartId {
        Ids.requirePrefixed(PREFIX, value);
    }

    /** The id of the cart of {@code customer}. */
    public static CartId of(CustomerId customer) {
        return new CartId(PREFIX + customer.value().substring(CustomerId.PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
