package dev.daybook.catalog.stock;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;
import static dev.daybook.catalog.contract.CatalogRefusal.INVALID_QUANTITY;
import static dev.daybook.catalog.contract.CatalogRefusal.STOCK_ALREADY_REGISTERED;
import static dev.daybook.catalog.contract.CatalogRefusal.STOCK_BELOW_RESERVED;
import static dev.daybook.catalog.contract.ReservationStatus.DISPATCHED;
import static dev.daybook.catalog.contract.ReservationStatus.REJECTED;
import static dev.daybook.catalog.contract.ReservationStatus.RESERVED;
import static dev.daybook.catalog.contract.ReservationStatus.UNDONE;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.daybook.catalog.contract.ReservationStatus;
import dev.daybook.catalog.contract.StockCommand;
import dev.daybook.catalog.contract.StockCommand.AdjustStock;
import dev.daybook.catalog.contract.StockCommand.DispatchStock;
import dev.daybook.catalog.contract.StockCommand.ReceiveStock;
import dev.daybook.catalog.contract.StockCommand.RegisterStock;
import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import dev.daybook.catalog.contract.StockCommand.UndoStock;
import dev.daybook.catalog.contract.StockEvent;
import dev.daybook.catalog.contract.StockEvent.StockAdjusted;
import dev.daybook.catalog.contract.StockEvent.StockDispatched;
import dev.daybook.catalog.contract.StockEvent.StockReceived;
import dev.daybook.catalog.contract.StockEvent.StockRegistered;
import dev.daybook.catalog.contract.StockEvent.StockRejected;
import dev.daybook.catalog.contract.StockEvent.StockReleased;
import dev.daybook.catalog.contract.StockEvent.StockReserved;
import dev.daybook.catalog.contract.StockEvent.StockReturned;
import dev.daybook.catalog.contract.StockId;
import dev.daybook.catalog.contract.StockReceipt;
import java.time.Clock;
import java.util.LinkedHashSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A stock is opened, fills up, is set aside for orders, and leaves the shelf or comes back; it never falls below zero. */
@Aggregate(cache = "stockCache", snapshotTriggerDefinition = "stockSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = ANY, getterVisibility = NONE, isGetterVisibility = NONE)
class ProductStock {
    static final int MOVEMENTS_REMEMBERED = 1_000;

    @AggregateIdentifier
    private @Nullable StockId id;

    private @Nullable Integer registered;
    private int onHand;
    private OrdersServed orders = new OrdersServed();
    private LinkedHashSet<String> movements = new LinkedHashSet<>();

    ProductStock() {} // Axon sources events into an empty instance

    // --- decisions

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    StockReceipt decide(RegisterStock command, Clock clock) {
        if (registered != null && registered == command.quantity()) return receipt(command);
        if (registered != null) throw STOCK_ALREADY_REGISTERED.because("the stock was opened with another quantity");
        if (command.quantity() < 0 || overflowsBy(command.quantity()))
            throw INVALID_QUANTITY.because("a stock opens with zero or more pieces");
        apply(new StockRegistered(command.productId(), command.quantity(), clock.instant()));
        return receipt(command);
    }

    @CommandHandler
    StockReceipt decide(ReceiveStock command, Clock clock) {
        if (movements.contains(command.movementId())) return receipt(command);
        if (command.quantity() <= 0 || overflowsBy(command.quantity()))
            throw INVALID_QUANTITY.because("what is received is one piece or more, and fits on the shelf");
        apply(new StockReceived(command.productId(), command.movementId(), command.quantity(), clock.instant()));
        return receipt(command);
    }

    @CommandHandler
    StockReceipt decide(AdjustStock command, Clock clock) {
        if (movements.contains(command.movementId())) return receipt(command);
        if (command.delta() == 0 || overflowsBy(command.delta()))
            throw INVALID_QUANTITY.because("an adjustment is not zero, and fits on the shelf");
        if ((long) available() + command.delta() < 0)
            throw STOCK_BELOW_RESERVED.because(
                    "an adjustment takes no more than the " + available() + " pieces that are not reserved for orders");
        apply(new StockAdjusted(
                command.productId(), command.movementId(), command.delta(), command.reason(), clock.instant()));
        return receipt(command);
    }

    /** A stock that was never opened answers too: it has nothing, and the order must not wait for it. */
    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    StockReceipt decide(ReserveStock command, Clock clock) {
        ReservationStatus answered = orders.statusOf(command.orderId());
        if (answered != null) return receipt(command, answered);
        if (command.quantity() <= 0) throw INVALID_QUANTITY.because("an order reserves one piece or more");
        if (command.quantity() > available()) {
            apply(new StockRejected(
                    command.productId(), command.orderId(), command.quantity(), available(), clock.instant()));
            return receipt(command, REJECTED);
        }
        apply(new StockReserved(command.productId(), command.orderId(), command.quantity(), clock.instant()));
        return receipt(command, RESERVED);
    }

    /** For an order that is unknown, nothing is sent and nothing remembered; the answer is UNDONE: nothing is reserved. */
    @CommandHandler
    StockReceipt decide(DispatchStock command, Clock clock) {
        ReservationStatus status = orders.statusOf(command.orderId());
        if (status == null) return receipt(command, UNDONE);
        if (status != RESERVED) return receipt(command, status);
        apply(new StockDispatched(
                command.productId(), command.orderId(), orders.reservedFor(command.orderId()), clock.instant()));
        return receipt(command, DISPATCHED);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    StockReceipt decide(UndoStock command, Clock clock) {
        ReservationStatus status = orders.statusOf(command.orderId());
        if (status == REJECTED || status == UNDONE) return receipt(command, status);
        // reservations are never forgotten, so an order that shipped and is unknown was dispatched long ago
        int gone = status == null ? command.shipped() : orders.dispatchedFor(command.orderId());
        if (status == null && gone > 0 && overflowsBy(gone))
            throw INVALID_QUANTITY.because("what comes back fits on the shelf");
        if (gone > 0) apply(new StockReturned(command.productId(), command.orderId(), gone, clock.instant()));
        else
            apply(new StockReleased(
                    command.productId(), command.orderId(), orders.reservedFor(command.orderId()), clock.instant()));
        return receipt(command, UNDONE);
    }

    // --- facts

    @EventSourcingHandler
    private void on(StockEvent event) {
        id = StockId.of(event.productId());
        switch (event) {
            case StockRegistered opened -> {
                registered = opened.quantity();
                onHand += opened.quantity();
            }
            case StockReceived received -> {
                remember(received.movementId());
                onHand += received.quantity();
            }
            case StockAdjusted adjusted -> {
                remember(adjusted.movementId());
                onHand += adjusted.delta();
            }
            case StockReserved reserved -> orders.reserve(reserved.orderId(), reserved.quantity());
            case StockRejected rejected -> orders.reject(rejected.orderId());
            case StockDispatched dispatched -> {
                orders.dispatch(dispatched.orderId());
                onHand -= dispatched.quantity();
            }
            case StockReleased released -> orders.release(released.orderId());
            case StockReturned returned -> {
                orders.takeBack(returned.orderId());
                onHand += returned.quantity();
            }
        }
    }

    private void remember(String movement) {
        movements.add(movement);
        if (movements.size() > MOVEMENTS_REMEMBERED) movements.removeFirst();
    }

    // --- predicates

    private int available() {
        return onHand - orders.reserved();
    }

    /** What was dispatched may come back, and must find room too. */
    private boolean overflowsBy(int delta) {
        return (long) onHand + orders.dispatched() + delta > Integer.MAX_VALUE;
    }

    private static StockReceipt receipt(StockCommand command) {
        return new StockReceipt(command.productId(), getVersion(), null);
    }

    private static StockReceipt receipt(StockCommand command, ReservationStatus status) {
        return new StockReceipt(command.productId(), getVersion(), status);
    }
}
