package dev.daybook.load.http;

import static io.gatling.javaapi.core.CoreDsl.exec;

import dev.daybook.load.trial.Shop;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;

/** Everybody wants one and the same thing, and there is enough of it: all reservations meet in one stock. */
final class BuyingTheSame implements Scenario {
    @Override
    public String name() {
        return "hot-product";
    }

    @Override
    public List<String> seed(Shop shop) {
        return shop.products(1, Shop.ENOUGH);
    }

    @Override
    public ChainBuilder operation(Assignment assignment, Stopwatch stopwatch) {
        return Buying.inOrder(
                exec(session -> session.set("product", assignment.products().getFirst()))
                        .exec(Requests.addItem("product", stopwatch))
                        .exec(Buying.checkOut(stopwatch))
                        .exec(Buying.awaitProcessing(assignment.poll(), stopwatch)));
    }
}
