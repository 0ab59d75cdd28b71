package dev.daybook.catalog.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names the stock of a product; derived from the product's id. */
public record StockId(@JsonValue String value) {
    public static final String PREFIX = "stock-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StockId {
        Ids.requirePrefixed(PREFIX, value);
    }

    /** The id of the stock of {@code product}. */
    public static StockId of(ProductId product) {
        return new StockId(PREFIX + product.value().substring(ProductId.PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
