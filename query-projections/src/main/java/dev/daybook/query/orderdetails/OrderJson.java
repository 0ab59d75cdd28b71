package dev.daybook.query.orderdetails;

import tools.jackson.databind.json.JsonMapper;

/** An order as the JSON document that rows hold. */
public final class OrderJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private OrderJson() {}

    public static String write(OrderView order) {
        return MAPPER.writeValueAsString(order);
    }

    public static OrderView read(String document) {
        return MAPPER.readValue(document, OrderView.class);
    }
}
