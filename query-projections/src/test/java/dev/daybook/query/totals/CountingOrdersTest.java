package dev.daybook.query.totals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.order.contract.OrderLine;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.OrderStory;
import dev.daybook.query.OrderViewsTest;
import dev.daybook.query.Readers.Reader;
import dev.daybook.query.Slot;
import dev.daybook.query.totals.Statistics.BestSeller;
import dev.daybook.query.totals.Statistics.Day;
import dev.daybook.query.totals.TotalsQuery.FindSpending;
import dev.daybook.query.totals.TotalsQuery.FindStatistics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OrderViewsTest
class CountingOrdersTest {
    private static final String VIEW = "totals";
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Money TOTAL = new Money(105997, "USD");
    private static final List<String> TABLES =
            List.of("totals_contribution", "totals_customer", "totals_day", "totals_status", "totals_product");

    @Autowired
    private Reader reader;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        reader.startAfresh();
    }

    @AfterEach
    void liftTheConstraint() {
        jdbc.sql("alter table totals_contribution drop constraint if exists no_poison")
                .update();
    }

    @Test
    void countsMoneyOnceItIsPaid() {
        var story = new OrderStory("one", OrderStory.ALICE).created();
        read(story);
        assertThat(spending("user-alice")).isEqualTo(new Spending("user-alice", List.of(Money.zero("USD")), 1));
        assertThat(statistics().bestSellers()).isEmpty();

        read(story.paid());
        assertThat(spending("user-alice")).isEqualTo(new Spending("user-alice", List.of(TOTAL), 1));
        assertThat(statistics().days()).containsExactly(new Day(DAY, 1, 0, List.of(TOTAL)));
        assertThat(statistics().bestSellers())
                .containsExactly(
                        new BestSeller("product-mouse", "Mouse", 2), new BestSeller("product-laptop", "Laptop", 1));
    }

    @Test
    void takesMoneyAndPiecesBackWhenAPaidOrderIsCancelled() {
        read(new OrderStory("one", OrderStory.ALICE).created().paid());
        var story = new OrderStory("two", OrderStory.ALICE).created().paid();
        read(story);

        read(story.cancelled().refunded());

        assertThat(spending("user-alice")).isEqualTo(new Spending("user-alice", List.of(TOTAL), 2));
        assertThat(statistics().days()).containsExactly(new Day(DAY, 2, 1, List.of(TOTAL)));
        assertThat(statistics().bestSellers()).extracting(BestSeller::quantity).containsExactly(2L, 1L);
        assertThat(statistics().ordersPerStatus())
                .containsEntry(OrderStatus.CREATED, 1L)
                .containsEntry(OrderStatus.CANCELLED, 1L)
                .containsEntry(OrderStatus.DELIVERED, 0L);
    }

    @Test
    void countsAnUnpaidCancelledOrderAsNothingButCancelled() {
        read(new OrderStory("one", OrderStory.ALICE).created().cancelled());

        assertThat(spending("user-alice").spent()).containsExactly(Money.zero("USD"));
        assertThat(statistics().days()).containsExactly(new Day(DAY, 1, 1, List.of()));
        assertThat(statistics().bestSellers()).isEmpty();
    }

    @Test
    void knowsNothingOfAStranger() {
        assertThat(spending("user-stranger")).isEqualTo(new Spending("user-stranger", List.of(Money.zero("USD")), 0));
        assertThat(statistics().ordersPerStatus()).hasSize(5).containsEntry(OrderStatus.CREATED, 0L);
    }

    @Test
    void keepsCurrenciesAndDaysApart() {
        var tea = new OrderLine(new ProductId("product-tea"), "Tea", new Money(500, "EUR"), 3);
        read(new OrderStory("one", OrderStory.ALICE).created().paid());
        read(new OrderStory("two", OrderStory.ALICE, OrderStory.BEGIN, tea)
                .created()
                .paid());
        read(new OrderStory("three", OrderStory.ALICE, OrderStory.BEGIN.plusSeconds(59), tea)
                .created()
                .paid());

        assertThat(spending("user-alice"))
                .isEqualTo(new Spending("user-alice", List.of(new Money(3000, "EUR"), TOTAL), 3));
        assertThat(statistics().days())
                .containsExactly(
                        new Day(DAY, 2, 0, List.of(new Money(1500, "EUR"), TOTAL)),
                        new Day(DAY.plusDays(1), 1, 0, List.of(new Money(1500, "EUR"))));
        assertThat(reader.ask(new FindStatistics(DAY.plusDays(1), DAY.plusDays(9), 1), Statistics.class))
                .satisfies(later -> {
                    assertThat(later.days()).hasSize(1);
                    assertThat(later.bestSellers()).containsExactly(new BestSeller("product-tea", "Tea", 6));
                });
    }

    @Test
    void countsNothingTwiceWhenEventsRepeat() {
        var whole = OrderStory.whole("one", OrderStory.ALICE);
        var cancelled = new OrderStory("two", OrderStory.BOB).created().paid().cancelled();
        read(whole);
        read(cancelled);
        var once = rows(Slot.A);

        read(whole);
        for (DomainEventMessage<?> event : cancelled.events()) reader.read(VIEW, Slot.A, List.of(event, event));

        assertThat(rows(Slot.A)).isEqualTo(once);
    }

    @Test
    void isRebuiltToTheSameRowsWhateverTheBatches() {
        List<OrderStory> stories = someStories();
        stories.forEach(story -> reader.read(VIEW, Slot.A, story.events(), 1));
        read(Slot.B, OrderStory.whole("stale", OrderStory.BOB).events());
        var served = statistics();

        reader.reset(VIEW, Slot.B);
        TABLES.forEach(table -> assertThat(reader.rows(table, Slot.B)).isEmpty());
        read(Slot.B, stories.stream().flatMap(story -> story.events().stream()).toList());

        assertThat(rows(Slot.B)).isEqualTo(rows(Slot.A));
        reader.serve(VIEW, Slot.B);
        assertThat(statistics()).isEqualTo(served);
    }

    @Test
    void addsUpToTheContributionsAlsoWhenSegmentsShareTheSums() {
        List<OrderStory> stories = new ArrayList<>(someStories());
        Collections.shuffle(stories, new Random(3));
        var segments = IntStream.range(0, 4)
                .mapToObj(segment -> CompletableFuture.runAsync(() -> IntStream.range(0, stories.size())
                        .filter(i -> i % 4 == segment)
                        .forEach(i -> reader.read(VIEW, Slot.A, stories.get(i).events()))))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(segments).join();
        read(Slot.B, stories.stream().flatMap(story -> story.events().stream()).toList());

        assertThat(rows(Slot.A)).isEqualTo(rows(Slot.B));
    }

    @Test
    void countsTheOthersWhenOneCannotBeRead() {
        jdbc.sql("alter table totals_contribution add constraint no_poison check (order_id <> 'order-poison')")
                .update();
        var poison = new OrderStory("poison", OrderStory.ALICE).created().paid();
        List<DomainEventMessage<?>> batch = new ArrayList<>(
                new OrderStory("one", OrderStory.ALICE).created().paid().events());
        batch.addAll(poison.events());
        batch.addAll(new OrderStory("two", OrderStory.BOB).created().paid().events());

        List<DomainEventMessage<?>> parked = read(Slot.A, batch);

        assertThat(parked).containsExactly(poison.events().getFirst());
        assertThat(spending("user-alice")).isEqualTo(new Spending("user-alice", List.of(TOTAL), 1));
        assertThat(spending("user-bob")).isEqualTo(new Spending("user-bob", List.of(TOTAL), 1));

        liftTheConstraint();
        poison.events().forEach(letter -> read(Slot.A, List.of(letter)));
        assertThat(spending("user-alice"))
                .isEqualTo(new Spending("user-alice", List.of(new Money(2 * TOTAL.minorUnits(), "USD")), 2));
    }

    @Test
    void knowsHowFarItHasRead() {
        var story = new OrderStory("one", OrderStory.ALICE).created().stockReserved();
        read(story);
        var view = reader.view(VIEW);

        assertThat(view.shows(Slot.A, story.id(), 1)).isTrue();
        assertThat(view.shows(Slot.A, story.id(), 2)).isFalse();
        assertThat(view.shows(Slot.B, story.id(), 0)).isFalse();
        assertThat(view.shows(Slot.A, story.paymentId().value(), 5)).isTrue();
    }

    private static List<OrderStory> someStories() {
        return IntStream.range(0, 60)
                .mapToObj(i -> {
                    var story = new OrderStory("s" + i, i % 2 == 0 ? OrderStory.ALICE : OrderStory.BOB).created();
                    return switch (i % 5) {
                        case 0 -> story;
                        case 1 -> story.paid();
                        case 2 -> story.paid().cancelled();
                        case 3 -> story.cancelled();
                        default ->
                            story.paid().processing().shipped().delivered().archived();
                    };
                })
                .toList();
    }

    private void read(OrderStory story) {
        assertThat(read(Slot.A, story.events())).isEmpty();
    }

    private List<DomainEventMessage<?>> read(Slot slot, List<DomainEventMessage<?>> events) {
        return reader.read(VIEW, slot, events);
    }

    private List<?> rows(Slot slot) {
        return TABLES.stream().map(table -> reader.rows(table, slot)).toList();
    }

    private Spending spending(String customer) {
        return reader.ask(new FindSpending(customer), Spending.class);
    }

    private Statistics statistics() {
        return reader.ask(new FindStatistics(DAY, DAY.plusDays(9), 10), Statistics.class);
    }
}
