package dev.daybook.order.lifecycle;

import static dev.daybook.order.contract.Samples.CUSTOMER;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cart.contract.CartId;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.order.contract.Samples;
import dev.daybook.order.lifecycle.OrderWatch.Watched;
import dev.daybook.order.task.TaskDatabase;
import dev.daybook.testing.OnBothEngines;
import org.junit.jupiter.api.Test;

@OnBothEngines
class WatchingOrdersTest {
    private static final CartId CART = CartId.of(CUSTOMER);

    private final TaskDatabase database = new TaskDatabase();
    private final OrderWatch watch = new OrderWatch(database.jdbc());
    private final OrderWatchFeed feed = new OrderWatchFeed(watch);

    @Test
    void followsTheNextStepOfEach() {
        watch.expectFrom(CART, ORDER, at(0));
        feed.on(Samples.created());
        feed.on(Samples.paid());

        assertThat(watch.dueUntil(at(4), 10)).isEmpty();
        assertThat(watch.dueUntil(at(5), 10)).containsExactly(new Watched(ORDER, CART, at(5), 0));

        feed.on(Samples.processingStarted());
        feed.on(Samples.shipped());
        assertThat(watch.dueUntil(at(99), 10)).isEmpty();
        assertThat(watch.dueUntil(at(100), 10)).hasSize(1);

        feed.on(Samples.delivered());
        assertThat(watch.dueUntil(at(399), 10)).isEmpty();
        feed.on(Samples.archived());
        assertThat(watch.dueUntil(at(9_999), 10)).isEmpty();
    }

    @Test
    void doesNotNeedToKnowTheCart() {
        feed.on(Samples.created());

        assertThat(watch.dueUntil(at(0), 10)).containsExactly(new Watched(ORDER, null, at(0), 0));
    }

    @Test
    void takesUpAnOrderAgainThatWasForgotten() {
        feed.on(Samples.cancelled());
        watch.forget(ORDER);

        feed.on(Samples.refundRequested(1));

        assertThat(watch.dueUntil(at(3), 10)).containsExactly(new Watched(ORDER, null, at(3), 0));
    }

    @Test
    void givesTheLongestOverdueFirstAndNoMoreThanAsked() {
        for (var n = 1; n <= 5; n++) watch.expect(new OrderId("order-" + n), at(10 - n));

        assertThat(watch.dueUntil(at(9), 2))
                .extracting(Watched::order)
                .containsExactly(new OrderId("order-5"), new OrderId("order-4"));
    }

    @Test
    void countsWhatBringsNothingAboutUntilTheOrderMoves() {
        feed.on(Samples.created());
        watch.postpone(watch.dueUntil(at(0), 1).getFirst(), at(1), 1);
        assertThat(watch.dueUntil(at(1), 1)).containsExactly(new Watched(ORDER, null, at(1), 1));

        feed.on(Samples.paid());
        assertThat(watch.dueUntil(at(5), 1)).containsExactly(new Watched(ORDER, null, at(5), 0));
    }

    @Test
    void givesWayToNewsThatCameMeanwhile() {
        feed.on(Samples.created());
        var seen = watch.dueUntil(at(0), 1).getFirst();
        feed.on(Samples.paid());

        watch.postpone(seen, at(7_200), 3);
        watch.forget(seen);

        assertThat(watch.dueUntil(at(5), 1)).containsExactly(new Watched(ORDER, null, at(5), 0));
    }
}
