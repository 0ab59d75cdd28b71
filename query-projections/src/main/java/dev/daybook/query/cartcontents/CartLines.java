package dev.daybook.query.cartcontents;

import dev.daybook.cart.contract.CartLine;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a cart as the JSON text that its row holds. */
final class CartLines {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<CartLine>> LINES = new TypeReference<>() {};

    private CartLines() {}

    static String write(List<CartLine> lines) {
        return MAPPER.writeValueAsString(lines);
    }

    static List<CartLine> read(String text) {
        return MAPPER.readValue(text, LINES);
    }
}
