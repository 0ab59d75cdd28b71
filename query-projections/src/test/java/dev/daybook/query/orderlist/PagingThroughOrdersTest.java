package dev.daybook.query.orderlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.cart.contract.CustomerId;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.OrderStory;
import dev.daybook.query.OrderViewsTest;
import dev.daybook.query.Readers.Reader;
import dev.daybook.query.Slot;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrder;
import dev.daybook.query.orderdetails.OrderView;
import dev.daybook.query.orderlist.OrderListQuery.FindOrders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderViewsTest
class PagingThroughOrdersTest {
    private static final String VIEW = "orderlist";

    @Autowired
    private Reader reader;

    private final List<OrderView> all = new ArrayList<>();

    /** 40 orders, four at a time created in the same instant. */
    @BeforeEach
    void aShopWithOrders() {
        reader.startAfresh();
        for (int i = 0; i < 40; i++) {
            CustomerId customer = i % 3 == 0 ? OrderStory.BOB : OrderStory.ALICE;
            var story = new OrderStory(
                            "o" + (i * 17) % 40, customer, OrderStory.BEGIN.plusSeconds(i / 4), OrderStory.MICE)
                    .created();
            switch (i % 6) {
                case 0 -> story.paid().processing();
                case 1 -> story.cancelled();
                case 2 -> story.paid().processing().shipped().delivered();
                case 3 -> story.paid().processing().shipped().delivered().archived();
                case 4 -> story.flagged();
                default -> story.paid();
            }
            reader.read(VIEW, Slot.A, story.events());
            reader.read("orderdetails", Slot.A, story.events());
            all.add(reader.findOne(new FindOrder(story.id()), OrderView.class).orElseThrow());
        }
        all.sort(Comparator.comparing(OrderView::createdAt)
                .thenComparing(OrderView::orderId)
                .reversed());
    }

    @Test
    void showsEveryOrderOnceNewestFirst() {
        for (int limit : List.of(1, 7, 20, 39, 40, 100))
            assertThat(pages(null, null, null, null, limit)).isEqualTo(all);
    }

    @Test
    void showsTheSameOrderAsTheDetails() {
        OrderPage page = page(null, null, null, null, 3, null);

        assertThat(page.items()).isEqualTo(all.subList(0, 3));
        assertThat(page.nextCursor()).isNotNull();
    }

    @Test
    void keepsToEveryCombinationOfFilters() {
        for (String customer : new String[] {null, "user-alice", "user-nobody"})
            for (OrderStatus status : new OrderStatus[] {null, OrderStatus.CREATED, OrderStatus.DELIVERED})
                for (Boolean archived : new Boolean[] {null, true, false})
                    for (Boolean flagged : new Boolean[] {null, true}) {
                        Predicate<OrderView> wanted = order -> (customer == null || customer.equals(order.customerId()))
                                && (status == null || status == order.status())
                                && (archived == null || archived == order.archived())
                                && (flagged == null || order.flagged());
                        assertThat(pages(customer, status, archived, flagged, 3))
                                .as("%s %s %s %s", customer, status, archived, flagged)
                                .isEqualTo(all.stream().filter(wanted).toList());
                    }
    }

    @Test
    void isNotDisturbedByNewerOrdersWhilePaging() {
        OrderPage first = page(null, null, null, null, 10, null);
        reader.read(
                VIEW,
                Slot.A,
                new OrderStory("new", OrderStory.BOB, OrderStory.BEGIN.plusSeconds(999), OrderStory.MICE)
                        .created()
                        .events());

        assertThat(page(null, null, null, null, 10, first.nextCursor()).items()).isEqualTo(all.subList(10, 20));
    }

    @Test
    void refusesACursorOfOtherFilters() {
        String cursor = page(null, null, null, null, 10, null).nextCursor();

        assertThatThrownBy(() -> page("user-alice", null, null, null, 10, cursor))
                .hasMessageContaining("cursor");
    }

    @Test
    void isRebuiltToTheSameRows() {
        List<OrderStory> stories =
                List.of(OrderStory.whole("one", OrderStory.ALICE), OrderStory.whole("two", OrderStory.BOB));
        reader.startAfresh();
        stories.forEach(story -> reader.read(VIEW, Slot.A, story.events(), 1));
        stories.forEach(story -> reader.read(VIEW, Slot.A, story.events()));
        reader.read(VIEW, Slot.B, OrderStory.whole("stale", OrderStory.BOB).events());

        reader.reset(VIEW, Slot.B);
        stories.forEach(story -> reader.read(VIEW, Slot.B, story.events()));

        assertThat(reader.rows("order_list", Slot.B)).hasSize(2).isEqualTo(reader.rows("order_list", Slot.A));
    }

    @Test
    void knowsHowFarItHasRead() {
        var story = new OrderStory("far", OrderStory.ALICE).created().paid();
        reader.read(VIEW, Slot.A, story.events());
        var view = reader.view(VIEW);

        assertThat(view.shows(Slot.A, story.id(), 2)).isTrue();
        assertThat(view.shows(Slot.A, story.id(), 3)).isFalse();
        assertThat(view.shows(Slot.A, story.paymentId().value(), 1)).isTrue();
        assertThat(view.shows(Slot.A, story.paymentId().value(), 2)).isFalse();
        assertThat(view.shows(Slot.B, story.id(), 0)).isFalse();
    }

    private List<OrderView> pages(
            @Nullable String customer,
            @Nullable OrderStatus status,
            @Nullable Boolean archived,
            @Nullable Boolean flagged,
            int limit) {
        List<OrderView> found = new ArrayList<>();
        OrderPage page = page(customer, status, archived, flagged, limit, null);
        found.addAll(page.items());
        while (page.nextCursor() != null) {
            page = page(customer, status, archived, flagged, limit, Objects.requireNonNull(page.nextCursor()));
            assertThat(page.items()).isNotEmpty();
            found.addAll(page.items());
        }
        return found;
    }

    private OrderPage page(
            @Nullable String customer,
            @Nullable OrderStatus status,
            @Nullable Boolean archived,
            @Nullable Boolean flagged,
            int limit,
            @Nullable String cursor) {
        return reader.ask(new FindOrders(customer, status, archived, flagged, limit, cursor), OrderPage.class);
    }
}
