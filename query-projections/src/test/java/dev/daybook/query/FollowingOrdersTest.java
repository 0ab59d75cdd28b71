package dev.daybook.query;

import static dev.daybook.query.Goods.order;
import static dev.daybook.query.Goods.registered;
import static dev.daybook.query.Goods.reserved;
import static dev.daybook.query.Goods.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.order.contract.PaymentId;
import dev.daybook.query.OrderChanges.Change;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
            assertThat(here.bean(FollowingOrders.class).listeners()).isZero();
            assertThat(there.bean(FollowingOrders.class).listeners()).isZero();
        }
    }

    @Test
    void tellsWhoListensToAllWhichOrderChangedAndHowFar() {
        try (var views = RunningViews.onNewDatabase()) {
            List<Change> told = new CopyOnWriteArrayList<>();
            var broken = views.bean(OrderChanges.class).listenToAll(change -> {
                throw new IllegalStateException("a listener that fails");
            });
            var all = views.bean(OrderChanges.class).listenToAll(told::add);

            var story = new OrderStory("1", OrderStory.ALICE).created();
            views.publish(List.copyOf(story.events()));
            views.publish(stock("lamp"), registered("lamp", 10), reserved("lamp", "1", 1));
            var next = story.paymentRequested();
            views.publish(List.copyOf(next.events().subList(1, next.events().size())));

            String payment = PaymentId.of(order("1"), 1).value();
            await("the payment to be told")
                    .untilAsserted(() -> assertThat(told)
                            .containsExactly(
                                    new Change(order("1"), "user-alice", "order-1", 0),
                                    new Change(order("1"), null, payment, 0)));

            broken.close();
            all.close();
            assertThat(views.bean(FollowingOrders.class).listeners()).isZero();
        }
    }
}
