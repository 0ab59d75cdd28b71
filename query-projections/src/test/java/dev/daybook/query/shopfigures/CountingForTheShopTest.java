package dev.daybook.query.shopfigures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cart.contract.CartEvent.CartCheckedOut;
import dev.daybook.cart.contract.CartEvent.CartItemAdded;
import dev.daybook.cart.contract.CartId;
import dev.daybook.cart.contract.CartLine;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductEvent.ProductDetailsChanged;
import dev.daybook.catalog.contract.ProductEvent.ProductDiscontinued;
import dev.daybook.catalog.contract.StockEvent.StockDispatched;
import dev.daybook.catalog.contract.StockEvent.StockRejected;
import dev.daybook.catalog.contract.StockEvent.StockReleased;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.Goods;
import dev.daybook.query.OrderStory;
import dev.daybook.query.OrderViewsTest;
import dev.daybook.query.Readers.Reader;
import dev.daybook.query.Slot;
import dev.daybook.query.shopfigures.ShopFigures.Bucket;
import dev.daybook.query.shopfigures.ShopFigures.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderViewsTest
class CountingForTheShopTest {
    private static final String VIEW = "shopfigures";
    private static final List<String> TABLES = List.of("shop_figure", "shop_figure_product", "shop_figure_source");
    private static final int MANY = 20;

    @Autowired
    private Reader reader;

    @Autowired
    private CurrentShopFigures figures;

    private final Map<String, Long> sequences = new HashMap<>();

    @BeforeEach
    void startAfresh() {
        reader.startAfresh();
    }

    @Test
    void knowsNothingAtFirst() {
        ShopFigures none = figures.read(MANY);

        assertThat(none.cartValues()).containsOnlyKeys("USD");
        assertThat(counts(none.cartValues().get("USD"))).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
        assertThat(none.ordersByStatus()).hasSize(5).containsEntry(OrderStatus.DELIVERED, 0L);
        assertThat(none.itemsAdded()).isEmpty();
        assertThat(none.itemsAddedOfOthers()).isZero();
    }

    @Test
    void countsProductsEverAddedAndThoseOnSaleByCategory() {
        read(product("tea", Goods.added("tea", 100)), product("mug", Goods.added("mug", 100)));
        read(product("pen", Goods.added("pen", 100)));
        read(product("tea", new ProductDetailsChanged(Goods.product("tea"), "tea", "", "Drinks", "", Goods.NOON)));
        read(product("pen", new ProductDiscontinued(Goods.product("pen"), Goods.NOON)));

        assertThat(figures.read(MANY).productsAdded()).isEqualTo(3);
        assertThat(figures.read(MANY).productsByCategory())
                .containsOnly(Map.entry("Electronics", 1L), Map.entry("Drinks", 1L));
    }

    @Test
    void tellsTheBestSellersApartAndTheRestAsOneSumThatNeverFalls() {
        for (String name : List.of("a", "b", "c", "d")) read(product(name, Goods.added(name, 100)));
        read(added("a", 10), added("b", 7), added("c", 5), added("d", 1));
        assertThat(figures.read(2).itemsAdded()).containsOnly(Map.entry("SKU-a", 10L), Map.entry("SKU-b", 7L));
        assertThat(figures.read(2).itemsAddedOfOthers()).isEqualTo(6);

        read(added("c", 4)); // c goes past b

        assertThat(figures.read(2).itemsAdded()).containsOnly(Map.entry("SKU-a", 10L), Map.entry("SKU-c", 9L));
        assertThat(figures.read(2).itemsAddedOfOthers()).isEqualTo(8);
        assertThat(figures.read(MANY).itemsAdded()).hasSize(4);
        assertThat(figures.read(MANY).itemsAddedOfOthers()).isZero();
    }

    @Test
    void putsCartsIntoBucketsWhoseBoundsBelongToThemAndKeepsCurrenciesApart() {
        read(checkedOut("one", new Money(1000, "USD"), 1));
        read(checkedOut("two", new Money(1001, "USD"), 4));
        read(checkedOut("three", new Money(99_999, "USD"), 22));
        read(checkedOut("four", new Money(500, "EUR"), 3));

        ShopFigures now = figures.read(MANY);
        assertThat(now.checkouts()).isEqualTo(4);
        assertThat(counts(now.cartValues().get("USD"))).containsExactly(1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(now.cartValues().get("USD").sum()).isEqualTo(102_000);
        assertThat(counts(now.cartValues().get("EUR"))).startsWith(1L, 0L);
        assertThat(counts(now.cartItems())).containsExactly(1L, 0L, 1L, 1L, 0L, 0L, 0L, 1L);
        assertThat(now.cartItems().sum()).isEqualTo(30);
    }

    @Test
    void countsTheWayOfOrdersAndHowLongTheyTook() {
        read(OrderStory.whole("one", OrderStory.ALICE));
        read(new OrderStory("two", OrderStory.BOB).created().cancelled());

        ShopFigures now = figures.read(MANY);
        assertThat(now.ordersCreated()).isEqualTo(2);
        assertThat(now.ordersByStatus())
                .containsExactly(
                        Map.entry(OrderStatus.CREATED, 2L),
                        Map.entry(OrderStatus.PROCESSING, 1L),
                        Map.entry(OrderStatus.SHIPPING, 1L),
                        Map.entry(OrderStatus.DELIVERED, 1L),
                        Map.entry(OrderStatus.CANCELLED, 1L));
        assertThat(counts(now.deliveries())).startsWith(1L, 0L).hasSize(10);
        assertThat(now.deliveries().sum()).isBetween(1_000L, 30_000L);
    }

    @Test
    void keepsAnOrderFlaggedUntilSomethingIsHeardOfIt() {
        var order = new OrderStory("one", OrderStory.ALICE).created().flagged();
        var payment = new OrderStory("two", OrderStory.ALICE)
                .created()
                .paymentRequested()
                .flagged();
        read(order);
        read(payment);
        assertThat(figures.read(MANY).ordersFlagged()).isEqualTo(2);

        read(order.flagged());
        assertThat(figures.read(MANY).ordersFlagged()).isEqualTo(2);

        read(order.cancelled());
        assertThat(figures.read(MANY).ordersFlagged()).isEqualTo(1);

        read(payment.captured());
        read(payment);
        assertThat(figures.read(MANY).ordersFlagged()).isZero();
    }

    @Test
    void countsReservationsThatAreOpenAndThoseThatWereRefused() {
        var order = Goods.order("one");
        read(stock("tea", Goods.reserved("tea", "one", 2)), stock("mug", Goods.reserved("mug", "one", 5)));
        read(stock("pen", new StockRejected(Goods.product("pen"), order, 3, 1, Goods.NOON)));
        assertThat(figures.read(MANY).reservationsOpen()).isEqualTo(2);
        assertThat(figures.read(MANY).oversellsRefused()).isEqualTo(1);

        read(stock("tea", new StockDispatched(Goods.product("tea"), order, 2, Goods.NOON)));
        read(stock("mug", new StockReleased(Goods.product("mug"), order, 5, Goods.NOON)));
        read(stock("pen", new StockReleased(Goods.product("pen"), order, 0, Goods.NOON)));
        assertThat(figures.read(MANY).reservationsOpen()).isZero();
    }

    @Test
    void countsNothingTwiceWhenEventsRepeat() {
        List<DomainEventMessage<?>> events = aDay();
        reader.read(VIEW, Slot.A, events);
        ShopFigures once = figures.read(MANY);
        var rows = rows(Slot.A);

        reader.read(VIEW, Slot.A, events, 1);

        assertThat(figures.read(MANY)).isEqualTo(once);
        assertThat(rows(Slot.A)).isEqualTo(rows);
    }

    @Test
    void comesToTheSameInEveryReplayWhateverTheBatches() {
        List<DomainEventMessage<?>> events = aDay();
        reader.read(VIEW, Slot.A, events, 1);
        ShopFigures live = figures.read(MANY);

        for (int batch : new int[] {3, 1000}) {
            reader.reset(VIEW, Slot.B);
            TABLES.forEach(table -> assertThat(reader.rows(table, Slot.B)).isEmpty());
            reader.read(VIEW, Slot.B, events, batch);

            assertThat(rows(Slot.B)).isEqualTo(rows(Slot.A));
            reader.serve(VIEW, Slot.B);
            assertThat(figures.read(MANY)).isEqualTo(live);
        }
    }

    @Test
    void addsUpAlsoWhenSegmentsShareTheSums() {
        List<OrderStory> stories = IntStream.range(0, 40)
                .mapToObj(i -> OrderStory.whole("s" + i, OrderStory.ALICE))
                .toList();
        var segments = IntStream.range(0, 4)
                .mapToObj(segment -> CompletableFuture.runAsync(() -> IntStream.range(0, stories.size())
                        .filter(i -> i % 4 == segment)
                        .forEach(i -> read(stories.get(i)))))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(segments).join();

        assertThat(figures.read(MANY).ordersByStatus()).containsEntry(OrderStatus.DELIVERED, 40L);
    }

    private List<DomainEventMessage<?>> aDay() {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) events.add(product(name, Goods.added(name, 100)));
        for (int i = 0; i < 10; i++) {
            events.add(added("a", i + 1));
            events.add(checkedOut("c" + i, new Money(1500L * i, "USD"), i + 1));
            events.add(stock("a", Goods.reserved("a", "c" + i, 1)));
            events.addAll(OrderStory.whole("c" + i, OrderStory.ALICE).flagged().events());
        }
        return events;
    }

    private void read(OrderStory story) {
        assertThat(reader.read(VIEW, Slot.A, story.events())).isEmpty();
    }

    private void read(DomainEventMessage<?>... events) {
        assertThat(reader.read(VIEW, Slot.A, Arrays.asList(events))).isEmpty();
    }

    private List<?> rows(Slot slot) {
        return TABLES.stream().map(table -> reader.rows(table, slot)).toList();
    }

    private DomainEventMessage<?> product(String name, Object event) {
        return message(Goods.product(name).value(), event);
    }

    private DomainEventMessage<?> stock(String name, Object event) {
        return message(Goods.stock(name), event);
    }

    private DomainEventMessage<?> added(String name, int quantity) {
        var customer = new CustomerId("user-" + UUID.randomUUID());
        return message(
                CartId.of(customer).value(),
                new CartItemAdded(
                        CartId.of(customer),
                        customer,
                        "addition",
                        Goods.product(name),
                        name,
                        Goods.usd(100),
                        quantity,
                        quantity,
                        Goods.NOON));
    }

    private DomainEventMessage<?> checkedOut(String name, Money total, int pieces) {
        var customer = new CustomerId("user-" + name);
        return message(
                CartId.of(customer).value(),
                new CartCheckedOut(
                        CartId.of(customer),
                        customer,
                        new OrderId("order-" + name),
                        List.of(new CartLine(Goods.product("a"), "a", total, pieces)),
                        total,
                        "card",
                        Goods.NOON));
    }

    private DomainEventMessage<?> message(String aggregate, Object event) {
        long sequence = sequences.merge(aggregate, 0L, (last, first) -> last + 1);
        return new GenericDomainEventMessage<>("Aggregate", aggregate, sequence, event);
    }

    private static List<Long> counts(Distribution distribution) {
        return distribution.buckets().stream().map(Bucket::count).toList();
    }
}
