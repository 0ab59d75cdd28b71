package dev.daybook.api.cart;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.daybook.api.cart.CartRequests.Checkout;
import dev.daybook.api.command.Commands;
import dev.daybook.api.command.Writes;
import dev.daybook.api.idempotency.IdempotencyKey;
import dev.daybook.api.problem.ProblemCode;
import dev.daybook.api.problem.ProblemException;
import dev.daybook.api.product.Catalog;
import dev.daybook.cart.contract.CartCommand.CheckOutCart;
import dev.daybook.cart.contract.CartLine;
import dev.daybook.cart.contract.CartReceipt;
import dev.daybook.cart.contract.CheckoutJournal;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.cart.contract.Quote;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.order.contract.OrderReceipt;
import dev.daybook.order.contract.OrderStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The steps from a cart to its order, in a way that a repeat of the same request ends at the same order. */
@Component
@EnableConfigurationProperties(CheckoutSettings.class)
class Checkouts {
    private static final Duration BREATHER = Duration.ofSeconds(2);

    private final CheckoutSettings settings;
    private final CheckoutJournal journal;
    private final Backlog backlog;
    private final Carts carts;
    private final Catalog catalog;
    private final Commands commands;
    private final Writes writes;
    private final Counter repeats;

    Checkouts(
            CheckoutSettings settings,
            CheckoutJournal journal,
            Backlog backlog,
            Carts carts,
            Catalog catalog,
            Commands commands,
            Writes writes,
            MeterRegistry meters) {
        this.settings = settings;
        this.journal = journal;
        this.backlog = backlog;
        this.carts = carts;
        this.catalog = catalog;
        this.commands = commands;
        this.writes = writes;
        this.repeats = Counter.builder("daybook.idempotent.repeats")
                .description("Checkouts that were answered with the order that their Idempotency-Key stands for")
                .register(meters);
    }

    /** The order that the checkout became, or became when the same request came before. */
    OrderId checkOut(CustomerId customer, Checkout request, String paymentMethod, Optional<IdempotencyKey> key) {
        return key.map(known -> once(customer, request, paymentMethod, known.value()))
                .orElseGet(() -> {
                    var order = new OrderId(OrderId.PREFIX + UuidCreator.getTimeOrderedEpoch());
                    sell(customer, request, paymentMethod, order);
                    return order;
                });
    }

    private OrderId once(CustomerId customer, Checkout request, String paymentMethod, String key) {
        String hash = hash(request);
        Optional<OrderId> before = journal.find(customer, key, hash);
        before.ifPresent(known -> repeats.increment());
        return before.orElseGet(() -> {
            // a repeat that finds the cart empty is sent all the same: the cart remembers what it sold under this id
            OrderId order = journal.orderIdFor(customer, key);
            sell(customer, request, paymentMethod, order);
            journal.keep(customer, key, hash, order);
            return order;
        });
    }

    private void sell(CustomerId customer, Checkout request, String paymentMethod, OrderId order) {
        if (backlog.unreadEvents() > settings.maxBacklog())
            throw new ProblemException(
                    ProblemCode.OVERLOADED, "Too many orders are waiting to be worked on. Try again.", BREATHER);
        CartReceipt receipt = commands.send(new CheckOutCart(
                customer, order, quotes(customer), paymentMethod, Boolean.TRUE.equals(request.acceptPriceChanges())));
        writes.shown(receipt, Writes.CART);
    }

    private List<Quote> quotes(CustomerId customer) {
        var products = carts.lines(customer.value()).stream()
                .map(CartLine::productId)
                .map(Object::toString)
                .collect(Collectors.toSet());
        return catalog.products(products).stream()
                .map(product -> new Quote(
                        Catalog.id(product.productId()), product.name(), product.price(), !product.discontinued()))
                .toList();
    }

    /** Whether the views show the order, which a reaction opens a moment after the checkout. */
    boolean shown(OrderId order) {
        return writes.shown(new OrderReceipt(order, 0, OrderStatus.CREATED), Writes.ORDER);
    }

    private static String hash(Checkout request) {
        String said = request.paymentMethod() + "\n" + Boolean.TRUE.equals(request.acceptPriceChanges());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
