package dev.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.query.audittrail.AuditEntry;
import dev.daybook.query.audittrail.AuditTrailQuery.FindHistory;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrder;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrderAt;
import dev.daybook.query.orderdetails.OrderView;
import dev.daybook.query.orderlist.OrderListQuery.FindOrders;
import dev.daybook.query.orderlist.OrderPage;
import dev.daybook.query.totals.Spending;
import dev.daybook.query.totals.TotalsQuery.FindSpending;
import dev.daybook.testing.OnBothEngines;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The views of orders kept by their real processors, on a real event store. */
@OnBothEngines
class RebuildingTheOrderViewsTest {
    private static final Map<String, List<String>> TABLES = Map.of(
            "orderdetails", List.of("order_details"),
            "orderlist", List.of("order_list"),
            "totals",
                    List.of("totals_contribution", "totals_customer", "totals_day", "totals_status", "totals_product"),
            "audittrail", List.of("audit_entry"),
            "shopfigures", List.of("shop_figure", "shop_figure_product", "shop_figure_source"));

    private static RunningViews views;
    private static List<OrderStory> stories;

    @BeforeAll
    static void aShopWithOrders() {
        views = RunningViews.onNewDatabase();
        stories = IntStream.range(0, 30)
                .mapToObj(i -> {
                    var story = new OrderStory("r" + i, i % 2 == 0 ? OrderStory.ALICE : OrderStory.BOB)
                            .checkedOut()
                            .created();
                    return switch (i % 3) {
                        case 0 -> story.paid().cancelled().refunded();
                        case 1 ->
                            story.paid().processing().shipped().delivered().archived();
                        default -> story.stockReserved().paymentRequested().declined();
                    };
                })
                .toList();
        stories.forEach(story -> views.publish(List.copyOf(story.events())));
        TABLES.keySet().forEach(views::awaitCaughtUp);
    }

    @AfterAll
    static void stop() {
        views.close();
    }

    @Test
    void tellsTheSameInEveryView() {
        List<OrderView> listed = views.ask(new FindOrders(null, null, null, null, 100, null), OrderPage.class)
                .items();

        assertThat(listed).hasSize(30);
        assertThat(listed).allSatisfy(order -> {
            assertThat(views.askForOne(new FindOrder(order.orderId()), OrderView.class))
                    .contains(order);
            assertThat(views.askForOne(new FindOrderAt(order.orderId(), order.updatedAt()), OrderView.class))
                    .contains(order);
        });
        assertThat(stories)
                .allSatisfy(story -> assertThat(views.askForAll(new FindHistory(story.id()), AuditEntry.class))
                        .hasSize(story.events().size() - 2));
        assertThat(views.ask(new FindSpending("user-bob"), Spending.class))
                .isEqualTo(new Spending(
                        "user-bob", List.of(stories.getFirst().total().times(5)), 15));
        assertThat(views.letters().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderdetails", "orderlist", "totals", "audittrail", "shopfigures"})
    void comesToTheSameRowsInTheOtherSlot(String view) {
        Slot before = views.status(view).serving();

        views.projections().rebuild(view);
        views.awaitServing(view, before.other());

        for (String table : TABLES.getOrDefault(view, List.of()))
            assertThat(rows(table, before.other())).as(table).isNotEmpty().isEqualTo(rows(table, before));
        assertThat(views.letters().all()).isEmpty();
    }

    private static List<Map<String, Object>> rows(String table, Slot slot) {
        return views
                .jdbc()
                .sql("select * from " + table + " where slot = ?")
                .param(slot.name())
                .query()
                .listOfRows()
                .stream()
                .peek(row -> row.remove("SLOT"))
                .sorted(Comparator.comparing(Map::toString))
                .toList();
    }
}
