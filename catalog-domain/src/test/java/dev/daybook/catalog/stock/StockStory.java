package dev.daybook.catalog.stock;

import static dev.daybook.catalog.MovableClock.NOON;

import dev.daybook.catalog.MovableClock;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.ReservationStatus;
import dev.daybook.catalog.contract.StockEvent.StockAdjusted;
import dev.daybook.catalog.contract.StockEvent.StockDispatched;
import dev.daybook.catalog.contract.StockEvent.StockReceived;
import dev.daybook.catalog.contract.StockEvent.StockRegistered;
import dev.daybook.catalog.contract.StockEvent.StockRejected;
import dev.daybook.catalog.contract.StockEvent.StockReleased;
import dev.daybook.catalog.contract.StockEvent.StockReserved;
import dev.daybook.catalog.contract.StockEvent.StockReturned;
import dev.daybook.catalog.contract.StockReceipt;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;

/** The words in which the tests of stock are told. */
abstract class StockStory {
    static final ProductId LAPTOP = new ProductId("product-laptop");
    static final OrderId ORDER = new OrderId("order-1");
    static final OrderId ANOTHER = new OrderId("order-2");

    final AggregateTestFixture<ProductStock> stock = new AggregateTestFixture<>(ProductStock.class);

    StockStory() {
        stock.registerInjectableResource(new MovableClock());
    }

    static StockRegistered opened(int quantity) {
        return new StockRegistered(LAPTOP, quantity, NOON);
    }

    static StockReceived received(String movement, int quantity) {
        return new StockReceived(LAPTOP, movement, quantity, NOON);
    }

    static StockAdjusted adjusted(String movement, int delta) {
        return new StockAdjusted(LAPTOP, movement, delta, "counted", NOON);
    }

    static StockReserved reserved(OrderId order, int quantity) {
        return new StockReserved(LAPTOP, order, quantity, NOON);
    }

    static StockRejected rejected(OrderId order, int requested, int available) {
        return new StockRejected(LAPTOP, order, requested, available, NOON);
    }

    static StockDispatched dispatched(OrderId order, int quantity) {
        return new StockDispatched(LAPTOP, order, quantity, NOON);
    }

    static StockReleased released(OrderId order, int quantity) {
        return new StockReleased(LAPTOP, order, quantity, NOON);
    }

    static StockReturned returned(OrderId order, int quantity) {
        return new StockReturned(LAPTOP, order, quantity, NOON);
    }

    static StockReceipt receipt(long sequence) {
        return receipt(sequence, null);
    }

    static StockReceipt receipt(long sequence, @Nullable ReservationStatus status) {
        return new StockReceipt(LAPTOP, sequence, status);
    }
}
