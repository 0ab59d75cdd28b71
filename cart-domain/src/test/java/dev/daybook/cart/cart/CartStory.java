package dev.daybook.cart.cart;

import static dev.daybook.cart.MovableClock.NOON;

import dev.daybook.cart.MovableClock;
import dev.daybook.cart.contract.CartCommand.AddCartItem;
import dev.daybook.cart.contract.CartEvent.CartCheckedOut;
import dev.daybook.cart.contract.CartEvent.CartCleared;
import dev.daybook.cart.contract.CartEvent.CartItemAdded;
import dev.daybook.cart.contract.CartEvent.CartItemQuantityChanged;
import dev.daybook.cart.contract.CartEvent.CartItemRemoved;
import dev.daybook.cart.contract.CartId;
import dev.daybook.cart.contract.CartLine;
import dev.daybook.cart.contract.CartReceipt;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** The words in which the tests of carts are told. */
abstract class CartStory {
    static final CustomerId CUSTOMER = new CustomerId("user-ann");
    static final CartId CART = CartId.of(CUSTOMER);
    static final ProductId LAPTOP = new ProductId("product-laptop");
    static final ProductId MOUSE = new ProductId("product-mouse");
    static final Money LAPTOP_PRICE = usd(999_99);
    static final Money MOUSE_PRICE = usd(29_99);
    static final OrderId ORDER = new OrderId("order-1");

    final AggregateTestFixture<Cart> cart = new AggregateTestFixture<>(Cart.class);

    CartStory() {
        cart.registerInjectableResource(new MovableClock());
    }

    static Money usd(long cents) {
        return new Money(cents, "USD");
    }

    static AddCartItem add(String addition, ProductId product, Money price, int quantity) {
        return new AddCartItem(CUSTOMER, addition, product, nameOf(product), price, quantity);
    }

    static CartItemAdded laptops(String addition, int quantity, int newQuantity) {
        return added(addition, LAPTOP, LAPTOP_PRICE, quantity, newQuantity);
    }

    static CartItemAdded mice(String addition, int quantity, int newQuantity) {
        return added(addition, MOUSE, MOUSE_PRICE, quantity, newQuantity);
    }

    static CartItemAdded added(String addition, ProductId product, Money price, int quantity, int newQuantity) {
        return new CartItemAdded(
                CART, CUSTOMER, addition, product, nameOf(product), price, quantity, newQuantity, NOON);
    }

    static CartItemQuantityChanged changed(ProductId product, int quantity) {
        return new CartItemQuantityChanged(CART, CUSTOMER, product, quantity, NOON);
    }

    static CartItemRemoved removed(ProductId product) {
        return new CartItemRemoved(CART, CUSTOMER, product, NOON);
    }

    static CartCleared cleared() {
        return new CartCleared(CART, CUSTOMER, NOON);
    }

    static CartCheckedOut checkedOut(OrderId order, Money total, CartLine... items) {
        return new CartCheckedOut(CART, CUSTOMER, order, List.of(items), total, "sim-approve", NOON);
    }

    /** Orders that came of the cart one after the other, each of one mouse. */
    static List<?> ordersBefore(int first, int last) {
        List<Object> events = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            events.add(mice("a-" + i, 1, 1));
            events.add(checkedOut(new OrderId("order-" + i), MOUSE_PRICE, line(MOUSE, MOUSE_PRICE, 1)));
        }
        return events;
    }

    static CartLine line(ProductId product, Money price, int quantity) {
        return new CartLine(product, nameOf(product), price, quantity);
    }

    static CartReceipt receipt(long sequence) {
        return new CartReceipt(CART, sequence);
    }

    static String nameOf(ProductId product) {
        return "A " + product.value().substring(ProductId.PREFIX.length());
    }
}
