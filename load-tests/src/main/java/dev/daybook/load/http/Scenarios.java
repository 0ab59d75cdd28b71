package dev.daybook.load.http;

import dev.daybook.load.trial.Measurement;
import java.util.List;

/** All that is measured over HTTP. */
public final class Scenarios {
    private static final List<Scenario> LOOPS = List.of(
            new ListingProducts(),
            new SearchingProducts(),
            new AddingToTheCart(),
            new OrderingTwoItems(),
            new BuyingTheSame(),
            new BuyingTheLast(),
            new PagingOrders("orders-page-1", 1),
            new PagingOrders("orders-page-1000", 1000));

    private Scenarios() {}

    public static List<Measurement> all() {
        return LOOPS.stream().<Measurement>map(HttpMeasurement::new).toList();
    }

    static Scenario named(String name) {
        return LOOPS.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
