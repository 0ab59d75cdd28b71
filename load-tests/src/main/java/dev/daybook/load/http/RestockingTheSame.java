package dev.daybook.load.http;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.daybook.load.trial.Shop;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;

/** One piece more of one and the same product: all changes meet in one stock, and nothing else is done. */
final class RestockingTheSame implements Scenario {
    @Override
    public String name() {
        return "hot-stock";
    }

    @Override
    public boolean signedIn() {
        return false;
    }

    /** The administrator's token, and the product. */
    @Override
    public List<String> seed(Shop shop) {
        return List.of(shop.administrator(), shop.products(1, 0).getFirst());
    }

    @Override
    public ChainBuilder operation(Assignment assignment, Stopwatch stopwatch) {
        String stock = "/api/products/" + assignment.products().getLast() + "/stock";
        return exec(session -> session.set(TOKEN, assignment.products().getFirst()))
                .exec(Requests.post("restock", stock, "{\"delta\": 1, \"reason\": \"delivered\"}")
                        .check(status().in(200, 202).saveAs("restocked")))
                .exec(session -> Requests.countLate(session, "restocked", stopwatch));
    }
}
