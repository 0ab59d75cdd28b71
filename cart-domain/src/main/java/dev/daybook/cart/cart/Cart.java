package dev.daybook.cart.cart;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;
import static dev.daybook.cart.contract.CartRefusal.CURRENCY_MISMATCH;
import static dev.daybook.cart.contract.CartRefusal.EMPTY_CART;
import static dev.daybook.cart.contract.CartRefusal.ITEM_NOT_IN_CART;
import static dev.daybook.cart.contract.CartRefusal.LINE_LIMIT;
import static dev.daybook.cart.contract.CartRefusal.QUANTITY_LIMIT;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.daybook.cart.contract.CartCommand;
import dev.daybook.cart.contract.CartCommand.AddCartItem;
import dev.daybook.cart.contract.CartCommand.ChangeCartItemQuantity;
import dev.daybook.cart.contract.CartCommand.CheckOutCart;
import dev.daybook.cart.contract.CartCommand.ClearCart;
import dev.daybook.cart.contract.CartCommand.RemoveCartItem;
import dev.daybook.cart.contract.CartEvent.CartCheckedOut;
import dev.daybook.cart.contract.CartEvent.CartCleared;
import dev.daybook.cart.contract.CartEvent.CartItemAdded;
import dev.daybook.cart.contract.CartEvent.CartItemQuantityChanged;
import dev.daybook.cart.contract.CartEvent.CartItemRemoved;
import dev.daybook.cart.contract.CartId;
import dev.daybook.cart.contract.CartLine;
import dev.daybook.cart.contract.CartReceipt;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A cart fills, changes, and is emptied by its customer or by the order it becomes; then it starts anew. */
@Aggregate(cache = "cartCache", snapshotTriggerDefinition = "cartSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = ANY, getterVisibility = NONE, isGetterVisibility = NONE)
class Cart {
    static final int MOST_OF_A_LINE = 999;
    static final int MOST_LINES = 100;
    static final int REMEMBERED = 50;

    @AggregateIdentifier
    private @Nullable CartId id;

    private LinkedHashMap<ProductId, CartLine> lines = new LinkedHashMap<>();
    private LinkedHashSet<String> additions = new LinkedHashSet<>();
    private LinkedHashSet<OrderId> orders = new LinkedHashSet<>();

    Cart() {} // Axon sources events into an empty instance

    // --- decisions

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    CartReceipt decide(AddCartItem command, Clock clock) {
        if (additions.contains(command.additionId())) return receipt(command);
        requireQuantity(command.quantity());
        CartLine line = lines.get(command.productId());
        if (line == null && lines.size() >= MOST_LINES)
            throw LINE_LIMIT.because("a cart holds at most " + MOST_LINES + " lines");
        if (!fitsCurrencyOfOtherLines(command.productId(), command.unitPrice()))
            throw CURRENCY_MISMATCH.because("the cart is in another currency than "
                    + command.unitPrice().currency());
        int newQuantity = command.quantity() + (line == null ? 0 : line.quantity());
        requireQuantity(newQuantity);
        apply(new CartItemAdded(
                command.cartId(),
                command.customerId(),
                command.additionId(),
                command.productId(),
                command.name(),
                command.unitPrice(),
                command.quantity(),
                newQuantity,
                clock.instant()));
        return receipt(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    CartReceipt decide(ChangeCartItemQuantity command, Clock clock) {
        CartLine line = lines.get(command.productId());
        if (line == null) throw ITEM_NOT_IN_CART.because("the product is not in the cart");
        requireQuantity(command.quantity());
        if (line.quantity() != command.quantity())
            apply(new CartItemQuantityChanged(
                    command.cartId(), command.customerId(), command.productId(), command.quantity(), clock.instant()));
        return receipt(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    CartReceipt decide(RemoveCartItem command, Clock clock) {
        if (lines.containsKey(command.productId()))
            apply(new CartItemRemoved(command.cartId(), command.customerId(), command.productId(), clock.instant()));
        return receipt(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    CartReceipt decide(ClearCart command, Clock clock) {
        if (!lines.isEmpty()) apply(new CartCleared(command.cartId(), command.customerId(), clock.instant()));
        return receipt(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    CartReceipt decide(CheckOutCart command, Clock clock) {
        if (orders.contains(command.orderId())) return receipt(command);
        if (lines.isEmpty()) throw EMPTY_CART.because("there is nothing in the cart");
        Offer offer = Offer.of(lines.values(), command.quotes());
        offer.requireAvailable();
        offer.requireOneCurrency();
        if (!command.acceptPriceChanges()) offer.requireKnownPrices();
        List<CartLine> sold = offer.lines();
        apply(new CartCheckedOut(
                command.cartId(),
                command.customerId(),
                command.orderId(),
                sold,
                offer.total(),
                command.paymentMethod(),
                clock.instant()));
        return receipt(command);
    }

    // --- facts

    @EventSourcingHandler
    private void on(CartItemAdded event) {
        id = event.cartId();
        lines.put(
                event.productId(),
                new CartLine(event.productId(), event.name(), event.unitPrice(), event.newQuantity()));
        remember(additions, event.additionId());
    }

    @EventSourcingHandler
    private void on(CartItemQuantityChanged event) {
        lines.computeIfPresent(
                event.productId(),
                (product, line) -> new CartLine(product, line.name(), line.unitPrice(), event.quantity()));
    }

    @EventSourcingHandler
    private void on(CartItemRemoved event) {
        lines.remove(event.productId());
    }

    @EventSourcingHandler
    private void on(CartCleared event) {
        lines.clear();
    }

    @EventSourcingHandler
    private void on(CartCheckedOut event) {
        lines.clear();
        remember(orders, event.orderId());
    }

    private static <T> void remember(LinkedHashSet<T> memory, T what) {
        memory.add(what);
        if (memory.size() > REMEMBERED) memory.removeFirst();
    }

    // --- predicates

    private static void requireQuantity(int quantity) {
        if (quantity < 1 || quantity > MOST_OF_A_LINE)
            throw QUANTITY_LIMIT.because("a line holds 1 to " + MOST_OF_A_LINE + " pieces");
    }

    private boolean fitsCurrencyOfOtherLines(ProductId product, Money price) {
        return lines.values().stream()
                .filter(line -> !line.productId().equals(product))
                .allMatch(line -> line.unitPrice().currency().equals(price.currency()));
    }

    /** The sequence is -1 for a cart in which nothing has happened yet. */
    private CartReceipt receipt(CartCommand command) {
        // a harmless command may be a cart's first: no event names it then, and Axon's cache fails on what has no name
        id = command.cartId();
        Long version = getVersion();
        return new CartReceipt(command.cartId(), version == null ? -1 : version);
    }
}
