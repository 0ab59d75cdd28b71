package dev.daybook.order.order;

import static dev.daybook.order.contract.OrderStatus.CANCELLED;
import static dev.daybook.order.contract.OrderStatus.CREATED;
import static dev.daybook.order.contract.OrderStatus.DELIVERED;
import static dev.daybook.order.contract.OrderStatus.PROCESSING;
import static dev.daybook.order.contract.OrderStatus.SHIPPING;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.order.contract.Actor;
import dev.daybook.order.contract.CancellationReason;
import dev.daybook.order.contract.DeliveryTimes;
import dev.daybook.order.contract.LifecycleSettings;
import dev.daybook.order.contract.OrderCommand.ArchiveOrder;
import dev.daybook.order.contract.OrderCommand.CancelOrder;
import dev.daybook.order.contract.OrderCommand.ConfirmDecline;
import dev.daybook.order.contract.OrderCommand.ConfirmPayment;
import dev.daybook.order.contract.OrderCommand.ConfirmStock;
import dev.daybook.order.contract.OrderCommand.CreateOrder;
import dev.daybook.order.contract.OrderCommand.DeliverOrder;
import dev.daybook.order.contract.OrderCommand.FlagOrder;
import dev.daybook.order.contract.OrderCommand.RetryPayment;
import dev.daybook.order.contract.OrderCommand.ShipOrder;
import dev.daybook.order.contract.OrderCommand.StartProcessing;
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
import dev.daybook.order.contract.OrderReceipt;
import dev.daybook.order.contract.OrderRefusal;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.order.contract.PaymentGateway;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** An order lives from checkout until it is delivered or cancelled; after that it only gets archived. */
@Aggregate(cache = "orderCache")
class Order {
    @AggregateIdentifier
    private OrderId id;

    private OrderStatus status;
    private Instant createdAt;
    private boolean stockReserved;
    private int attempt;
    private boolean attemptOpen;
    private boolean paid;
    private boolean archived;
    private final Set<String> flags = new HashSet<>();

    private Order() {} // Axon sources events into an empty instance

    // --- decisions

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    OrderReceipt decide(CreateOrder command, Clock clock, LifecycleSettings settings) {
        if (id != null) return receipt();
        if (!addsUp(command.items(), command.total()))
            throw OrderRefusal.TOTAL_MISMATCH.because("the lines do not add up to the total in one currency");
        var now = clock.instant();
        apply(new OrderCreated(
                command.orderId(),
                command.customerId(),
                command.items(),
                command.total(),
                command.paymentMethod(),
                now.plus(settings.paymentDue()),
                now));
        return receipt();
    }

    @CommandHandler
    OrderReceipt decide(ConfirmStock command, Clock clock) {
        if (status == CREATED && !stockReserved) apply(new OrderStockReserved(id, clock.instant()));
        return receipt();
    }

    @CommandHandler
    OrderReceipt decide(RetryPayment command, PaymentGateway gateway, Clock clock) {
        if (!waitsForAnotherPayment())
            throw OrderRefusal.PAYMENT_NOT_RETRYABLE.because("order " + id + " is not waiting for another payment");
        if (!gateway.methods().contains(command.method()))
            throw OrderRefusal.UNKNOWN_PAYMENT_METHOD.because("no such payment method");
        apply(new OrderPaymentRetried(id, attempt + 1, command.method(), clock.instant()));
        return receipt();
    }

    @CommandHandler
    OrderReceipt decide(ConfirmPayment command, Clock clock, LifecycleSettings settings) {
        if (status == CREATED && !paid) {
            var now = clock.instant();
            var earliest = createdAt.plus(settings.processingAfter());
            apply(new OrderPaid(id, command.attempt(), earliest.isAfter(now) ? earliest : now, now));
        }
        return receipt();
    }

    @CommandHandler
    OrderReceipt decide(ConfirmDecline command, Clock clock) {
        if (status == CREATED && attemptOpen && command.attempt() == attempt)
            apply(new OrderPaymentDeclined(id, attempt, command.reason(), clock.instant()));
        return receipt();
    }

    @CommandHandler
    OrderReceipt decide(StartProcessing command, Clock clock, LifecycleSettings settings) {
        if (isAtOrBeyond(PROCESSING)) return receipt();
        if (status != CREATED || !stockReserved || !paid) throw stepNotPossible();
        var now = clock.instant();
        apply(new OrderProcessingStarted(id, now.plus(settings.shipsAfter()), now));
        return receipt();
    }

    @CommandHandler
    OrderReceipt decide(ShipOrder command, Clock clock, DeliveryTimes deliveryTimes) {
        if (isAtOrBeyond(SHIPPING)) return receipt();
        if (status != PROCESSING) throw stepNotPossible();
        var now = clock.instant();
        apply(new OrderShipped(id, now.plus(deliveryTimes.draw()), now));
        return receipt();
    }

    @CommandHandler
    OrderReceipt decide(DeliverOrder command, Clock clock, LifecycleSettings settings) {
        if (isAtOrBeyond(DELIVERED)) return receipt();
        if (status != SHIPPING) throw stepNotPossible();
        var now = clock.instant();
        apply(new OrderDelivered(id, now.plus(settings.archivesAfter()), now));
        return receipt();
    }

    @CommandHandler
    OrderReceipt decide(CancelOrder command, Clock clock) {
        if (status == CANCELLED) return receipt();
        if (command.by().kind() == Actor.Kind.SYSTEM) {
            if (!stillApplies(command.reason())) return receipt();
        } else if (command.reason().isSystem() || !mayBeCancelledBy(command.by().kind())) {
            throw OrderRefusal.NOT_CANCELLABLE.because("order " + id + " is " + status);
        }
        apply(new OrderCancelled(id, command.reason(), command.by(), clock.instant()));
        return receipt();
    }

    @CommandHandler
    OrderReceipt decide(ArchiveOrder command, Clock clock) {
        if (archived) return receipt();
        if (status != DELIVERED) throw stepNotPossible();
        apply(new OrderArchived(id, clock.instant()));
        return receipt();
    }

    @CommandHandler
    OrderReceipt decide(FlagOrder command, Clock clock) {
        if (!flags.contains(command.reason())) apply(new OrderFlagged(id, command.reason(), clock.instant()));
        return receipt();
    }

    // --- facts

    @EventSourcingHandler
    private void on(OrderCreated event) {
        id = event.orderId();
        status = CREATED;
        createdAt = event.at();
    }

    @EventSourcingHandler
    private void on(OrderStockReserved event) {
        stockReserved = true;
        attempt = 1;
        attemptOpen = true;
    }

    @EventSourcingHandler
    private void on(OrderPaymentRetried event) {
        attempt = event.attempt();
        attemptOpen = true;
    }

    @EventSourcingHandler
    private void on(OrderPaymentDeclined event) {
        attemptOpen = false;
    }

    @EventSourcingHandler
    private void on(OrderPaid event) {
        paid = true;
        attemptOpen = false;
    }

    @EventSourcingHandler
    private void on(OrderProcessingStarted event) {
        status = PROCESSING;
    }

    @EventSourcingHandler
    private void on(OrderShipped event) {
        status = SHIPPING;
    }

    @EventSourcingHandler
    private void on(OrderDelivered event) {
        status = DELIVERED;
    }

    @EventSourcingHandler
    private void on(OrderCancelled event) {
        status = CANCELLED;
    }

    @EventSourcingHandler
    private void on(OrderArchived event) {
        archived = true;
    }

    @EventSourcingHandler
    private void on(OrderFlagged event) {
        flags.add(event.reason());
    }

    // --- predicates

    private OrderReceipt receipt() {
        return new OrderReceipt(id, getVersion(), status);
    }

    private RuntimeException stepNotPossible() {
        return OrderRefusal.STEP_NOT_POSSIBLE.because("the step does not follow " + status);
    }

    private boolean isAtOrBeyond(OrderStatus step) {
        return status != CANCELLED && status.compareTo(step) >= 0;
    }

    private boolean waitsForAnotherPayment() {
        return status == CREATED && stockReserved && !paid && !attemptOpen;
    }

    private boolean mayBeCancelledBy(Actor.Kind kind) {
        return status == CREATED || status == PROCESSING || (status == SHIPPING && kind == Actor.Kind.ADMIN);
    }

    private boolean stillApplies(CancellationReason reason) {
        return status == CREATED
                && switch (reason) {
                    case OUT_OF_STOCK -> !stockReserved;
                    case PAYMENT_TIMEOUT -> !paid;
                    default -> false;
                };
    }

    private static boolean addsUp(List<OrderLine> items, Money total) {
        if (items.isEmpty()) return false;
        if (!items.stream().allMatch(line -> line.unitPrice().currency().equals(total.currency()))) return false;
        return items.stream()
                .map(OrderLine::lineTotal)
                .reduce(Money.zero(total.currency()), Money::plus)
                .equals(total);
    }
}
