package dev.daybook.query;

import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductEvent.ProductAdded;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.StockEvent.StockRegistered;
import dev.daybook.catalog.contract.StockEvent.StockReserved;
import dev.daybook.catalog.contract.StockId;
import java.time.Instant;

/** Products as the tests speak of them. */
public final class Goods {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private Goods() {}

    public static ProductId product(String name) {
        return new ProductId("product-" + name);
    }

    public static String stock(String name) {
        return StockId.of(product(name)).value();
    }

    public static OrderId order(String name) {
        return new OrderId("order-" + name);
    }

    public static Money usd(long cents) {
        return new Money(cents, "USD");
    }

    public static ProductAdded added(String name, long cents) {
        return added(name, "SKU-" + name, cents);
    }

    public static ProductAdded added(String name, String sku, long cents) {
        return new ProductAdded(
                product(name), sku, name, "a fine " + name, "Electronics", "Northwind", usd(cents), NOON);
    }

    public static StockRegistered registered(String name, int quantity) {
        return new StockRegistered(product(name), quantity, NOON);
    }

    public static StockReserved reserved(String name, String order, int quantity) {
        return new StockReserved(product(name), order(order), quantity, NOON);
    }
}
