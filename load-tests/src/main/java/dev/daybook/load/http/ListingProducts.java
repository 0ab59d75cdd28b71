package dev.daybook.load.http;

import static io.gatling.javaapi.core.CoreDsl.exec;

import io.gatling.javaapi.core.ChainBuilder;

/** The first page of the catalog. */
final class ListingProducts implements Scenario {
    @Override
    public String name() {
        return "products";
    }

    @Override
    public boolean signedIn() {
        return false;
    }

    @Override
    public ChainBuilder operation(Assignment assignment, Stopwatch stopwatch) {
        return exec(Requests.get("list products", "/api/products?limit=20"));
    }
}
