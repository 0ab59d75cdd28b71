package dev.daybook.query;

import dev.daybook.cart.contract.CartEvent;
import dev.daybook.cart.contract.CartEvent.CartCheckedOut;
import dev.daybook.cart.contract.CartEvent.CartItemAdded;
import dev.daybook.cart.contract.CartId;
import dev.daybook.cart.contract.CartLine;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.StockEvent;
import dev.daybook.catalog.contract.StockEvent.StockReleased;
import dev.daybook.catalog.contract.StockEvent.StockReserved;
import dev.daybook.catalog.contract.StockId;
import dev.daybook.order.contract.Actor;
import dev.daybook.order.contract.CancellationReason;
import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.OrderEvent.OrderArchived;
import dev.daybook.order.contract.OrderEvent.OrderCancelled;
import dev.daybook.order.contract.OrderEvent.OrderCreated;
import dev.daybook.order.contract.OrderEvent.OrderDelivered;
import dev.daybook.order.contract.OrderEvent.OrderFlagged;
import dev.daybook.order.contract.OrderEvent.OrderPaid;
import dev.daybook.order.contract.OrderEvent.OrderPaymentDeclined;
import dev.daybook.order.contract.OrderEvent.OrderPaymentRetried;
import dev.daybook.order.contract.OrderEvent.OrderProcessingStarted;
import dev.daybook.order.contract.OrderEvent.OrderShipped;
import dev.daybook.order.contract.OrderEvent.OrderStockReserved;
import dev.daybook.order.contract.OrderLine;
import dev.daybook.order.contract.PaymentEvent;
import dev.daybook.order.contract.PaymentEvent.PaymentCaptured;
import dev.daybook.order.contract.PaymentEvent.PaymentDeclined;
import dev.daybook.order.contract.PaymentEvent.PaymentRefundRequested;
import dev.daybook.order.contract.PaymentEvent.PaymentRefunded;
import dev.daybook.order.contract.PaymentEvent.PaymentRequested;
import dev.daybook.order.contract.PaymentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Tells the story of an order, one event a second. */
public final class OrderStory {
    public static final Instant BEGIN = Instant.parse("2026-03-01T23:59:00Z");
    public static final CustomerId ALICE = new CustomerId("user-alice");
    public static final CustomerId BOB = new CustomerId("user-bob");
    public static final OrderLine LAPTOP =
            new OrderLine(new ProductId("product-laptop"), "Laptop", new Money(99999, "USD"), 1);
    public static final OrderLine MICE =
            new OrderLine(new ProductId("product-mouse"), "Mouse", new Money(2999, "USD"), 2);

    private final OrderId id;
    private final CustomerId customer;
    private final List<OrderLine> items;
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<DomainEventMessage<?>> events = new ArrayList<>();
    private Instant now;
    private int attempt = 1;
    private String method = "card";

    public OrderStory(String name, CustomerId customer, Instant begin, OrderLine... items) {
        this.id = new OrderId("order-" + name);
        this.customer = customer;
        this.items = List.of(items);
        this.now = begin;
    }

    public OrderStory(String name, CustomerId customer) {
        this(name, customer, BEGIN, LAPTOP, MICE);
    }

    /** From creation to the archive. */
    public static OrderStory whole(String name, CustomerId customer) {
        return new OrderStory(name, customer)
                .created()
                .paid()
                .processing()
                .shipped()
                .delivered()
                .archived();
    }

    public OrderStory checkedOut() {
        var cart = CartId.of(customer);
        items.forEach(line -> cart(new CartItemAdded(
                cart,
                customer,
                UUID.randomUUID().toString(),
                line.productId(),
                line.name(),
                line.unitPrice(),
                line.quantity(),
                line.quantity(),
                tick())));
        List<CartLine> lines = items.stream()
                .map(line -> new CartLine(line.productId(), line.name(), line.unitPrice(), line.quantity()))
                .toList();
        return cart(new CartCheckedOut(cart, customer, id, lines, total(), method, tick()));
    }

    public OrderStory created() {
        return order(new OrderCreated(id, customer, items, total(), method, now.plusSeconds(900), tick()));
    }

    public OrderStory stockReserved() {
        items.forEach(line -> stock(new StockReserved(line.productId(), id, line.quantity(), tick())));
        return order(new OrderStockReserved(id, tick()));
    }

    public OrderStory paymentRequested() {
        return payment(new PaymentRequested(paymentId(), id, attempt, total(), method, tick()));
    }

    public OrderStory declined() {
        payment(new PaymentDeclined(paymentId(), id, attempt, "insufficient-funds", tick()));
        return order(new OrderPaymentDeclined(id, attempt, "insufficient-funds", tick()));
    }

    public OrderStory retried(String newMethod) {
        attempt++;
        method = newMethod;
        return order(new OrderPaymentRetried(id, attempt, method, tick()));
    }

    public OrderStory captured() {
        payment(new PaymentCaptured(paymentId(), id, attempt, total(), tick()));
        return order(new OrderPaid(id, attempt, now.plusSeconds(5), tick()));
    }

    public OrderStory paid() {
        return stockReserved().paymentRequested().captured();
    }

    public OrderStory processing() {
        return order(new OrderProcessingStarted(id, now.plusSeconds(5), tick()));
    }

    public OrderStory shipped() {
        return order(new OrderShipped(id, now.plusSeconds(60), tick()));
    }

    public OrderStory delivered() {
        return order(new OrderDelivered(id, now.plusSeconds(300), tick()));
    }

    public OrderStory archived() {
        return order(new OrderArchived(id, tick()));
    }

    public OrderStory flagged() {
        return order(new OrderFlagged(id, "the provider does not answer", tick()));
    }

    public OrderStory cancelled() {
        return order(new OrderCancelled(
                id, CancellationReason.CHANGED_MIND, new Actor(Actor.Kind.CUSTOMER, customer.value()), tick()));
    }

    public OrderStory refunded() {
        payment(new PaymentRefundRequested(paymentId(), id, attempt, total(), tick()));
        items.forEach(line -> stock(new StockReleased(line.productId(), id, line.quantity(), tick())));
        return payment(new PaymentRefunded(paymentId(), id, attempt, total(), tick()));
    }

    public String id() {
        return id.value();
    }

    public OrderId orderId() {
        return id;
    }

    public Instant now() {
        return now;
    }

    public PaymentId paymentId() {
        return PaymentId.of(id, attempt);
    }

    public Money total() {
        return items.stream()
                .map(OrderLine::lineTotal)
                .reduce(Money.zero(items.getFirst().unitPrice().currency()), Money::plus);
    }

    /** Every event so far, as it happened. */
    public List<DomainEventMessage<?>> events() {
        return List.copyOf(events);
    }

    public DomainEventMessage<?> last() {
        return events.getLast();
    }

    public OrderStory order(OrderEvent event) {
        return add("Order", id.value(), event);
    }

    private OrderStory payment(PaymentEvent event) {
        return add("Payment", event.paymentId().value(), event);
    }

    /** A stock of this story alone, so that sequences start at 0 in each. */
    private OrderStory stock(StockEvent event) {
        return add("ProductStock", StockId.of(event.productId()).value() + "-" + id.value(), event);
    }

    private OrderStory cart(CartEvent event) {
        return add("Cart", event.cartId().value() + "-" + id.value(), event);
    }

    private OrderStory add(String type, String aggregateId, Object event) {
        long sequence = sequences.merge(aggregateId, 0L, (last, ignored) -> last + 1);
        events.add(new GenericDomainEventMessage<>(
                type,
                aggregateId,
                sequence,
                event,
                Map.of(
                        "actor", customer.value(),
                        "role", "USER",
                        "process", "order-lifecycle",
                        "command", "Do" + event.getClass().getSimpleName(),
                        "correlationId", "correlation-" + id,
                        "causationId", "cause-" + events.size(),
                        "requestId", "request-" + id),
                UUID.randomUUID().toString(),
                now));
        return this;
    }

    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }
}
