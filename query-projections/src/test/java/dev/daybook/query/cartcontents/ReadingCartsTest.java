package dev.daybook.query.cartcontents;

import static dev.daybook.query.Goods.NOON;
import static dev.daybook.query.Goods.order;
import static dev.daybook.query.Goods.product;
import static dev.daybook.query.Goods.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.cart.contract.CartEvent.CartCheckedOut;
import dev.daybook.cart.contract.CartEvent.CartCleared;
import dev.daybook.cart.contract.CartEvent.CartItemAdded;
import dev.daybook.cart.contract.CartEvent.CartItemQuantityChanged;
import dev.daybook.cart.contract.CartEvent.CartItemRemoved;
import dev.daybook.cart.contract.CartId;
import dev.daybook.cart.contract.CartLine;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.query.RunningViews;
import dev.daybook.query.Slot;
import dev.daybook.query.cartcontents.CartContentsQuery.FindCart;
import dev.daybook.query.cartcontents.CartContentsQuery.ListCarts;
import dev.daybook.testing.OnBothEngines;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@OnBothEngines
class ReadingCartsTest {
    private static RunningViews views;

    @BeforeAll
    static void open() {
        views = RunningViews.onNewDatabase();
    }

    @AfterAll
    static void close() {
        views.close();
    }

    @Test
    void showsLinesInTheOrderInWhichTheyWerePutIn() {
        publish(
                "ada",
                added("ada", "zebra", 250, 2, 2),
                added("ada", "apple", 100, 1, 1),
                added("ada", "zebra", 300, 1, 3),
                new CartItemQuantityChanged(cart("ada"), customer("ada"), product("apple"), 4, NOON.plusSeconds(9)));

        assertThat(find("ada"))
                .isEqualTo(new CartView(
                        "cart-ada",
                        "user-ada",
                        List.of(
                                new CartLine(product("zebra"), "zebra", usd(300), 3),
                                new CartLine(product("apple"), "apple", usd(100), 4)),
                        usd(1300),
                        NOON.plusSeconds(9),
                        3));
    }

    @Test
    void isEmptyAfterTheLastLineIsTakenOut() {
        publish(
                "bob",
                added("bob", "apple", 100, 1, 1),
                new CartItemRemoved(cart("bob"), customer("bob"), product("apple"), NOON));

        assertThat(find("bob").items()).isEmpty();
        assertThat(find("bob").total()).isEqualTo(usd(0));
    }

    @Test
    void isEmptyOnceClearedOrCheckedOut() {
        publish("cleo", added("cleo", "apple", 100, 1, 1), new CartCleared(cart("cleo"), customer("cleo"), NOON));
        publish(
                "dan",
                added("dan", "apple", 100, 1, 1),
                new CartCheckedOut(
                        cart("dan"),
                        customer("dan"),
                        order("1"),
                        List.of(new CartLine(product("apple"), "apple", usd(100), 1)),
                        usd(100),
                        "sim-approve",
                        NOON));

        assertThat(find("cleo").items()).isEmpty();
        assertThat(find("dan").items()).isEmpty();
        assertThat(find("dan").sequence()).isEqualTo(1);
    }

    @Test
    void knowsNoCartOfWhoNeverPutAnythingIn() {
        assertThat(views.askForOne(new FindCart("user-nobody"), CartView.class)).isEmpty();
    }

    @Test
    void skipsAnEventItHasApplied() {
        publish("eve", added("eve", "apple", 100, 1, 1), added("eve", "apple", 100, 1, 2));
        var projection =
                (CartContentsProjection) views.bean(CartContentsView.class).projection(Slot.A);
        CartView before = find("eve");

        views.inABatch(() -> {
            projection.on(added("eve", "apple", 100, 1, 1), 0);
            projection.on(added("eve", "apple", 100, 1, 2), 1);
        });

        assertThat(find("eve")).isEqualTo(before);
    }

    @Test
    void listsFilledCartsInPages() {
        for (int i = 0; i < 7; i++) publish("page" + i, added("page" + i, "apple", 100, 1, 1));
        publish("page7", added("page7", "apple", 100, 1, 1), new CartCleared(cart("page7"), customer("page7"), NOON));

        List<CartView> read = new ArrayList<>();
        String cursor = null;
        do {
            var page = views.ask(new ListCarts(2, cursor), CartPage.class);
            read.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(read)
                .extracting(CartView::cartId)
                .doesNotHaveDuplicates()
                .isSorted()
                .contains("cart-page0", "cart-page6")
                .doesNotContain("cart-page7");
        assertThat(read).allSatisfy(cart -> assertThat(cart.items()).isNotEmpty());
        assertThatThrownBy(() -> views.ask(new ListCarts(2, "nonsense"), CartPage.class))
                .isInstanceOf(QueryExecutionException.class);
    }

    private static void publish(String customer, Object... events) {
        views.publish("cart-" + customer, events);
        views.awaitCaughtUp("cartcontents");
    }

    private static CartView find(String customer) {
        return views.askForOne(new FindCart("user-" + customer), CartView.class).orElseThrow();
    }

    private static CartItemAdded added(String customer, String product, long cents, int quantity, int newQuantity) {
        return new CartItemAdded(
                cart(customer),
                customer(customer),
                "addition",
                product(product),
                product,
                usd(cents),
                quantity,
                newQuantity,
                NOON);
    }

    private static CartId cart(String customer) {
        return CartId.of(customer(customer));
    }

    private static CustomerId customer(String name) {
        return new CustomerId("user-" + name);
    }
}
