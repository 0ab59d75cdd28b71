package dev.daybook.catalog.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a product. */
public record ProductId(@JsonValue String value) {
    public static final String PREFIX = "product-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProductId {
        Ids.requirePrefixed(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
