package dev.daybook.cart.cart;

import static dev.daybook.cart.contract.CartRefusal.CURRENCY_MISMATCH;
import static dev.daybook.cart.contract.CartRefusal.EMPTY_CART;
import static dev.daybook.cart.contract.CartRefusal.PRICE_CHANGED;
import static dev.daybook.cart.contract.CartRefusal.PRODUCT_UNAVAILABLE;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;

import dev.daybook.cart.Refused;
import dev.daybook.cart.contract.CartCommand.CheckOutCart;
import dev.daybook.cart.contract.CartEvent.CartCheckedOut;
import dev.daybook.cart.contract.Quote;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;

class CheckingOutTest extends CartStory {
    private static final Quote LAPTOP_QUOTE = quote(LAPTOP, LAPTOP_PRICE);
    private static final Quote MOUSE_QUOTE = quote(MOUSE, MOUSE_PRICE);
    private static final Money CHEAPER = usd(899_99);

    @Test
    void turnsTheCartIntoAnOrder() {
        cart.given(laptops("a-1", 1, 1), mice("a-2", 2, 2))
                .when(checkOut(ORDER, MOUSE_QUOTE, LAPTOP_QUOTE))
                .expectEvents(
                        checkedOut(ORDER, usd(1_059_97), line(LAPTOP, LAPTOP_PRICE, 1), line(MOUSE, MOUSE_PRICE, 2)))
                .expectResultMessagePayload(receipt(2));
    }

    @Test
    void sellsWhatIsInTheCartNow() {
        cart.given(laptops("a-1", 1, 1), mice("a-2", 2, 2), changed(MOUSE, 3), removed(LAPTOP))
                .when(checkOut(ORDER, MOUSE_QUOTE))
                .expectEvents(checkedOut(ORDER, usd(89_97), line(MOUSE, MOUSE_PRICE, 3)));
    }

    @Test
    void isRefusedWhenTheCartIsEmpty() {
        cart.given(laptops("a-1", 1, 1), cleared())
                .when(checkOut(ORDER))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(EMPTY_CART));
    }

    @Test
    void isRefusedWhenTheCartWasNeverUsed() {
        cart.givenNoPriorActivity()
                .when(checkOut(ORDER))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(EMPTY_CART));
    }

    @Test
    void emptiesTheCart() {
        cart.given(laptops("a-1", 1, 1), checkedOut(ORDER, LAPTOP_PRICE, line(LAPTOP, LAPTOP_PRICE, 1)))
                .when(checkOut(new OrderId("order-2"), LAPTOP_QUOTE))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(EMPTY_CART));
    }

    @Test
    void isRefusedForDiscontinuedProducts() {
        cart.given(laptops("a-1", 1, 1), mice("a-2", 2, 2))
                .when(checkOut(ORDER, new Quote(LAPTOP, nameOf(LAPTOP), LAPTOP_PRICE, false), MOUSE_QUOTE))
                .expectNoEvents()
                .expectExceptionDetails(
                        Refused.with(PRODUCT_UNAVAILABLE, Map.of("productIds", List.of("product-laptop"))));
    }

    @Test
    void isRefusedForProductsNobodyQuotes() {
        cart.given(laptops("a-1", 1, 1), mice("a-2", 2, 2))
                .when(checkOut(ORDER))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(
                        PRODUCT_UNAVAILABLE, Map.of("productIds", List.of("product-laptop", "product-mouse"))));
    }

    @Test
    void isRefusedForDiscontinuedProductsEvenWhenPriceChangesAreAccepted() {
        cart.given(laptops("a-1", 1, 1))
                .when(accept(ORDER, new Quote(LAPTOP, nameOf(LAPTOP), CHEAPER, false)))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(PRODUCT_UNAVAILABLE));
    }

    @Test
    void isRefusedWhenAPriceChanged() {
        cart.given(laptops("a-1", 1, 1), mice("a-2", 2, 2))
                .when(checkOut(ORDER, quote(LAPTOP, CHEAPER), MOUSE_QUOTE))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(
                        PRICE_CHANGED,
                        Map.of(
                                "items",
                                List.of(Map.of(
                                        "productId",
                                        "product-laptop",
                                        "name",
                                        "A laptop",
                                        "oldPrice",
                                        Map.of("amount", "999.99", "currency", "USD"),
                                        "newPrice",
                                        Map.of("amount", "899.99", "currency", "USD"))))));
    }

    @Test
    void sellsAtTheChangedPriceOnceAccepted() {
        cart.given(laptops("a-1", 2, 2))
                .when(accept(ORDER, quote(LAPTOP, CHEAPER)))
                .expectEvents(checkedOut(ORDER, usd(1_799_98), line(LAPTOP, CHEAPER, 2)));
    }

    @Test
    void comparesWithThePriceLastQuoted() {
        cart.given(laptops("a-1", 1, 1), added("a-2", LAPTOP, CHEAPER, 1, 2))
                .when(checkOut(ORDER, quote(LAPTOP, CHEAPER)))
                .expectEvents(checkedOut(ORDER, usd(1_799_98), line(LAPTOP, CHEAPER, 2)));
    }

    @Test
    void isRefusedWhenTheLinesAreNowSoldInDifferentCurrencies() {
        cart.given(laptops("a-1", 1, 1), mice("a-2", 2, 2))
                .when(accept(ORDER, quote(LAPTOP, new Money(899_00, "EUR")), MOUSE_QUOTE))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(CURRENCY_MISMATCH));
    }

    @Test
    void isHarmlessWhenRepeatedOnTheEmptiedCart() {
        cart.given(laptops("a-1", 1, 1), checkedOut(ORDER, LAPTOP_PRICE, line(LAPTOP, LAPTOP_PRICE, 1)))
                .when(checkOut(ORDER, LAPTOP_QUOTE))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1));
    }

    @Test
    void neverSellsTheRefilledCartToAnOldOrder() {
        cart.given(
                        laptops("a-1", 1, 1),
                        checkedOut(ORDER, LAPTOP_PRICE, line(LAPTOP, LAPTOP_PRICE, 1)),
                        mice("a-2", 5, 5))
                .when(checkOut(ORDER, MOUSE_QUOTE))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(2));
    }

    @Test
    void remembersTheLastFiftyOrders() {
        cart.given(ordersBefore(1, 50))
                .andGiven(mice("b-1", 1, 1))
                .when(checkOut(ORDER, MOUSE_QUOTE))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(100));
    }

    @Test
    void forgetsTheOrderBeforeThose() {
        cart.given(ordersBefore(1, 51))
                .andGiven(mice("b-1", 1, 1))
                .when(checkOut(ORDER, MOUSE_QUOTE))
                .expectEvents(checkedOut(ORDER, MOUSE_PRICE, line(MOUSE, MOUSE_PRICE, 1)));
    }

    @Test
    void addsUpTheLargestCartThereCanBe() {
        var dearest = usd(1_000_000_000_000L);
        List<?> lines = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> added("a-" + i, product(i), dearest, 999, 999))
                .toList();
        Quote[] quotes = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> quote(product(i), dearest))
                .toArray(Quote[]::new);

        cart.given(lines)
                .when(checkOut(ORDER, quotes))
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(payloadsMatching(exactSequenceOf(Matchers.<CartCheckedOut>matches(
                        event -> event.total().equals(usd(99_900_000_000_000_000L))))));
    }

    private static ProductId product(int number) {
        return new ProductId("product-" + number);
    }

    private static Quote quote(ProductId product, Money price) {
        return new Quote(product, nameOf(product), price, true);
    }

    private static CheckOutCart checkOut(OrderId order, Quote... quotes) {
        return new CheckOutCart(CUSTOMER, order, List.of(quotes), "sim-approve", false);
    }

    private static CheckOutCart accept(OrderId order, Quote... quotes) {
        return new CheckOutCart(CUSTOMER, order, List.of(quotes), "sim-approve", true);
    }
}
