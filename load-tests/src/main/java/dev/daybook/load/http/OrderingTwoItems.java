package dev.daybook.load.http;

import static io.gatling.javaapi.core.CoreDsl.exec;

import dev.daybook.load.trial.Shop;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The whole order: two items into the cart, checkout, and looking until it is paid and being processed. */
final class OrderingTwoItems implements Scenario {
    private static final int PRODUCTS = 200;

    @Override
    public String name() {
        return "order";
    }

    @Override
    public List<String> seed(Shop shop) {
        return shop.products(PRODUCTS, Shop.ENOUGH);
    }

    @Override
    public ChainBuilder operation(Assignment assignment, Stopwatch stopwatch) {
        List<String> products = assignment.products();
        return Buying.inOrder(exec(session -> {
                    int first = ThreadLocalRandom.current().nextInt(products.size());
                    int second = (first + ThreadLocalRandom.current().nextInt(1, products.size())) % products.size();
                    return session.set("first", products.get(first)).set("second", products.get(second));
                })
                .exec(Requests.addItem("first", stopwatch))
                .exec(Requests.addItem("second", stopwatch))
                .exec(Buying.checkOut(stopwatch))
                .exec(Buying.awaitProcessing(assignment.poll(), stopwatch)));
    }
}
