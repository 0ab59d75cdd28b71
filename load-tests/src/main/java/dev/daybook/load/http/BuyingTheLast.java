package dev.daybook.load.http;

import static io.gatling.javaapi.core.CoreDsl.exec;

import dev.daybook.load.trial.Shop;
import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Three hundred buyers come at once for a hundred pieces, and each wants to know whether there was one left. */
final class BuyingTheLast implements Scenario {
    private static final int BUYERS = 300;
    private static final int STOCK = 100;

    /** So many who look every few milliseconds would be the load themselves. */
    private static final Duration POLL = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "last-pieces";
    }

    @Override
    public int clients(int asked) {
        return BUYERS;
    }

    @Override
    public boolean isDoneOnce() {
        return true;
    }

    /** The second is for warming up. */
    @Override
    public List<String> seed(Shop shop) {
        return List.of(
                shop.products(1, STOCK).getFirst(),
                shop.products(1, Shop.ENOUGH).getFirst());
    }

    @Override
    public ChainBuilder warmUp(Assignment assignment, Stopwatch stopwatch) {
        return buy(assignment.products().getLast(), stopwatch);
    }

    @Override
    public ChainBuilder operation(Assignment assignment, Stopwatch stopwatch) {
        return buy(assignment.products().getFirst(), stopwatch);
    }

    /** No more and no fewer than there were. */
    @Override
    public Map<String, Object> inspect(Shop shop, List<String> products) {
        JsonNode stock = shop.get("/api/products/" + products.getFirst() + "/stock", shop.administrator())
                .expect(200)
                .json();
        int sold = stock.at("/reserved").asInt();
        if (sold != STOCK || stock.at("/available").asInt() != 0)
            throw new IllegalStateException("of " + STOCK + " pieces, the stock says: " + stock);
        return Map.of("sold", sold);
    }

    private static ChainBuilder buy(String product, Stopwatch stopwatch) {
        return Buying.inOrder(exec(session -> session.set("product", product))
                .exec(Requests.addItem("product", stopwatch))
                .exec(Buying.checkOut(stopwatch))
                .exec(Buying.awaitDecision(POLL, stopwatch)));
    }
}
