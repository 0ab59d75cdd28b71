package dev.daybook.query.orderdetails;

import dev.daybook.catalog.contract.OrderId;
import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.OrderEvent.OrderPaymentRetried;
import dev.daybook.order.contract.PaymentEvent;
import dev.daybook.order.contract.PaymentId;
import dev.daybook.query.ServingSlots;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrder;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrderAsCreated;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrderAt;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrderUpTo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The order now is a row; the order as it stood is told by its events. */
@Component
class FindingOrders {
    private final JdbcClient jdbc;
    private final ServingSlots slots;
    private final EventStore events;

    FindingOrders(JdbcClient jdbc, ServingSlots slots, EventStore events) {
        this.jdbc = jdbc;
        this.slots = slots;
        this.events = events;
    }

    @QueryHandler
    Optional<OrderView> handle(FindOrder query) {
        return BatchOrders.read(jdbc, "order_details", slots.serving(OrderDetailsView.NAME), query.orderId());
    }

    @QueryHandler
    Optional<OrderView> handle(FindOrderAt query) {
        return fold(query.orderId(), message -> !happenedAt(message).isAfter(query.at()));
    }

    @QueryHandler
    Optional<OrderView> handle(FindOrderUpTo query) {
        return fold(
                query.orderId(),
                message -> message.getSequenceNumber()
                        <= query.upTo().getOrDefault(message.getAggregateIdentifier(), -1L));
    }

    @QueryHandler
    Optional<OrderView> handle(FindOrderAsCreated query) {
        return read(query.orderId()).stream()
                .limit(1)
                .filter(message -> message.getPayload() instanceof OrderEvent)
                .flatMap(message -> Optional.ofNullable(
                        OrderFold.apply(null, (OrderEvent) message.getPayload(), message.getSequenceNumber()))
                        .stream())
                .findFirst();
    }

    private Optional<OrderView> fold(String orderId, Predicate<DomainEventMessage<?>> counts) {
        if (!orderId.startsWith(OrderId.PREFIX)) return Optional.empty();
        List<? extends DomainEventMessage<?>> story = read(orderId);
        OrderView order = null;
        for (DomainEventMessage<?> message : story)
            if (message.getPayload() instanceof OrderEvent event && counts.test(message))
                order = OrderFold.apply(order, event, message.getSequenceNumber());
        if (order == null) return Optional.empty();
        for (int attempt = 1; attempt <= attempts(story); attempt++)
            order = withPayment(order, PaymentId.of(new OrderId(orderId), attempt), counts);
        return Optional.ofNullable(order);
    }

    private @Nullable OrderView withPayment(
            @Nullable OrderView order, PaymentId payment, Predicate<DomainEventMessage<?>> counts) {
        for (DomainEventMessage<?> message : read(payment.value()))
            if (message.getPayload() instanceof PaymentEvent event && counts.test(message))
                order = OrderFold.apply(order, event, message.getSequenceNumber());
        return order;
    }

    private static Instant happenedAt(DomainEventMessage<?> message) {
        return switch (message.getPayload()) {
            case OrderEvent event -> event.at();
            case PaymentEvent event -> event.at();
            default -> throw new IllegalArgumentException("not an event of an order: " + message.getPayloadType());
        };
    }

    private static int attempts(List<? extends DomainEventMessage<?>> story) {
        return story.stream()
                .map(DomainEventMessage::getPayload)
                .mapToInt(event -> event instanceof OrderPaymentRetried retried ? retried.attempt() : 1)
                .max()
                .orElse(0);
    }

    /** From the first event on, without snapshots. */
    private List<? extends DomainEventMessage<?>> read(String aggregateId) {
        return events.readEvents(aggregateId, 0).asStream().toList();
    }
}
