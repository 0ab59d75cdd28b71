package dev.daybook.query;

import static dev.daybook.query.Goods.order;
import static dev.daybook.query.Goods.registered;
import static dev.daybook.query.Goods.reserved;
import static dev.daybook.query.Goods.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FollowingOrdersTest {
    @Test
    void tellsWhoListensOnEveryInstanceUntilTheyStop() {
        try (var here = RunningViews.onNewDatabase();
                var there = here.again()) {
            var toldHere = new AtomicInteger();
            var toldThere = new AtomicInteger();
            var other = new AtomicInteger();
            var broken = here.bean(OrderChanges.class).listen(order("1"), () -> {
                throw new IllegalStateException("a listener that fails");
            });
            var first = here.bean(OrderChanges.class).listen(order("1"), toldHere::incrementAndGet);
            var second = there.bean(OrderChanges.class).listen(order("1"), toldThere::incrementAndGet);
            var third = here.bean(OrderChanges.class).listen(order("2"), other::incrementAndGet);

            here.publish(stock("lamp"), registered("lamp", 10), reserved("lamp", "1", 1));
            await("both instances to tell").until(() -> toldHere.get() == 1 && toldThere.get() == 1);

            first.close();
            broken.close();
            here.publish(stock("lamp"), reserved("lamp", "1", 1), reserved("lamp", "2", 1));
            await("the others to be told").until(() -> other.get() == 1 && toldThere.get() == 2);
            assertThat(toldHere).hasValue(1);

            second.close();
            third.close();
            third.close();
            assertThat(here.bean(FollowingOrders.class).orders()).isZero();
            assertThat(there.bean(FollowingOrders.class).orders()).isZero();
        }
    }
}
