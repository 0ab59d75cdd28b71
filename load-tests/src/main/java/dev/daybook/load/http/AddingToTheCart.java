package dev.daybook.load.http;

import static io.gatling.javaapi.core.CoreDsl.exec;

import dev.daybook.load.trial.Shop;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;

/** One more piece into the client's own cart, and the cart in return. */
final class AddingToTheCart implements Scenario {
    /** A line takes 999 at most, a cart 100 lines: room for 90,000 pieces of each client. */
    private static final int PRODUCTS = 100;

    private static final int OF_EACH = 900;

    @Override
    public String name() {
        return "cart";
    }

    @Override
    public List<String> seed(Shop shop) {
        return shop.products(PRODUCTS, Shop.ENOUGH);
    }

    @Override
    public ChainBuilder operation(Assignment assignment, Stopwatch stopwatch) {
        return exec(session -> session.set("product", Requests.client(session).next(assignment.products(), OF_EACH)))
                .exec(Requests.addItem("product", stopwatch));
    }
}
