package dev.daybook.order.lifecycle;

import static dev.daybook.order.contract.Actor.LIFECYCLE;
import static dev.daybook.order.contract.CancellationReason.OUT_OF_STOCK;
import static dev.daybook.order.contract.Samples.LAPTOP;
import static dev.daybook.order.contract.Samples.MOUSE;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.at;
import static dev.daybook.order.contract.Samples.created;
import static dev.daybook.order.lifecycle.OrderLifecycle.Step.PAYMENT_DUE;
import static dev.daybook.order.lifecycle.OrderLifecycleFixture.forOrder;

import dev.daybook.catalog.contract.CatalogRefusal;
import dev.daybook.catalog.contract.ReservationStatus;
import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import dev.daybook.catalog.contract.StockCommand.UndoStock;
import dev.daybook.catalog.contract.StockEvent.StockRejected;
import dev.daybook.order.contract.OrderCommand.CancelOrder;
import dev.daybook.order.contract.OrderCommand.FlagOrder;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class RunningOutOfStockTest {
    @Test
    void cancelsAndUndoesEveryLine() {
        forOrder()
                .withoutStockOf(MOUSE)
                .when(created())
                .expectCommands(
                        new ReserveStock(LAPTOP, ORDER, 1),
                        new ReserveStock(MOUSE, ORDER, 2),
                        new CancelOrder(ORDER, OUT_OF_STOCK, LIFECYCLE, null),
                        new UndoStock(LAPTOP, ORDER),
                        new UndoStock(MOUSE, ORDER))
                .expectEnded();
    }

    @Test
    void reservesNoMoreAfterTheFirstRejection() {
        forOrder()
                .withoutStockOf(LAPTOP)
                .when(created())
                .expectCommands(
                        new ReserveStock(LAPTOP, ORDER, 1),
                        new CancelOrder(ORDER, OUT_OF_STOCK, LIFECYCLE, null),
                        new UndoStock(LAPTOP, ORDER),
                        new UndoStock(MOUSE, ORDER))
                .expectEnded();
    }

    @Test
    void endsThoughARejectedReservationIsNotCalledUndone() {
        forOrder()
                .withoutStockOf(LAPTOP)
                .answering(
                        UndoStock.class,
                        undo -> OrderLifecycleFixture.stock(
                                undo,
                                undo.productId().equals(LAPTOP)
                                        ? ReservationStatus.REJECTED
                                        : ReservationStatus.UNDONE))
                .when(created())
                .expectEnded();
    }

    @Test
    void isTheSameAsHavingNoStockAtAll() {
        forOrder()
                .answering(ReserveStock.class, reserve -> {
                    throw new AggregateNotFoundException(reserve.stockId().value(), "no such stock");
                })
                .answering(UndoStock.class, undo -> {
                    throw new AggregateNotFoundException(undo.stockId().value(), "no such stock");
                })
                .when(created())
                .expectCommands(
                        new ReserveStock(LAPTOP, ORDER, 1),
                        new CancelOrder(ORDER, OUT_OF_STOCK, LIFECYCLE, null),
                        new UndoStock(LAPTOP, ORDER),
                        new UndoStock(MOUSE, ORDER))
                .expectEnded();
    }

    @Test
    void isLearnedFromTheEventAsWell() {
        forOrder()
                .refusing(ReserveStock.class, CatalogRefusal.INVALID_QUANTITY)
                .given(created())
                .when(new StockRejected(MOUSE, ORDER, 2, 1, at(1)))
                .expectCommands(
                        new CancelOrder(ORDER, OUT_OF_STOCK, LIFECYCLE, null),
                        new UndoStock(LAPTOP, ORDER),
                        new UndoStock(MOUSE, ORDER))
                .expectEnded();
    }

    @Test
    void asksForAPersonWhenStockRefusesToAnswer() {
        forOrder()
                .refusing(ReserveStock.class, CatalogRefusal.INVALID_QUANTITY)
                .when(created())
                .expectCommands(
                        new ReserveStock(LAPTOP, ORDER, 1),
                        new FlagOrder(ORDER, "refused-ReserveStock"),
                        new ReserveStock(MOUSE, ORDER, 2),
                        new FlagOrder(ORDER, "refused-ReserveStock"))
                .expectTimer(PAYMENT_DUE, at(900));
    }
}
