package dev.daybook.load.http;

import dev.daybook.load.trial.Measurement;
import java.util.List;
import java.util.stream.Stream;

/** All that is measured over HTTP. */
public final class Scenarios {
    private static final List<Scenario> LOOPS = List.of(
            new ListingProducts(),
            new SearchingProducts(),
            new AddingToTheCart(),
            new OrderingTwoItems(),
            new BuyingTheSame(),
            new RestockingTheSame(),
            new BuyingTheLast());

    private Scenarios() {}

    public static List<Measurement> all() {
        return Stream.concat(LOOPS.stream().map(HttpMeasurement::new), Stream.of(new OrderPages()))
                .toList();
    }

    static Scenario named(String name) {
        return Stream.concat(LOOPS.stream(), OrderPages.PAGES.stream())
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
