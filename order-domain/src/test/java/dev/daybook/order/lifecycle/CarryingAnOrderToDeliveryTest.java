package dev.daybook.order.lifecycle;

import static dev.daybook.order.contract.Samples.LAPTOP;
import static dev.daybook.order.contract.Samples.MOUSE;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.TOTAL;
import static dev.daybook.order.contract.Samples.archived;
import static dev.daybook.order.contract.Samples.at;
import static dev.daybook.order.contract.Samples.captured;
import static dev.daybook.order.contract.Samples.created;
import static dev.daybook.order.contract.Samples.delivered;
import static dev.daybook.order.contract.Samples.paid;
import static dev.daybook.order.contract.Samples.payment;
import static dev.daybook.order.contract.Samples.processingStarted;
import static dev.daybook.order.contract.Samples.shipped;
import static dev.daybook.order.lifecycle.OrderLifecycle.Step.DELIVER;
import static dev.daybook.order.lifecycle.OrderLifecycle.Step.PAYMENT_DUE;
import static dev.daybook.order.lifecycle.OrderLifecycle.Step.SHIP;
import static dev.daybook.order.lifecycle.OrderLifecycle.Step.START_PROCESSING;
import static dev.daybook.order.lifecycle.OrderLifecycleFixture.forOrder;

import dev.daybook.catalog.contract.StockCommand.DispatchStock;
import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import dev.daybook.order.contract.OrderCommand.ArchiveOrder;
import dev.daybook.order.contract.OrderCommand.ConfirmPayment;
import dev.daybook.order.contract.OrderCommand.ConfirmStock;
import dev.daybook.order.contract.OrderCommand.DeliverOrder;
import dev.daybook.order.contract.OrderCommand.ShipOrder;
import dev.daybook.order.contract.OrderCommand.StartProcessing;
import dev.daybook.order.contract.OrderEvent.OrderPaid;
import dev.daybook.order.contract.OrderEvent.OrderProcessingStarted;
import dev.daybook.order.contract.OrderEvent.OrderShipped;
import dev.daybook.order.contract.PaymentCommand.RequestPayment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CarryingAnOrderToDeliveryTest {
    @Test
    void reservesStockInTheOrderOfProductIdsAndAsksForTheMoney() {
        forOrder()
                .when(created())
                .expectCommands(
                        new ReserveStock(LAPTOP, ORDER, 1),
                        new ReserveStock(MOUSE, ORDER, 2),
                        new ConfirmStock(ORDER),
                        new RequestPayment(payment(1), ORDER, 1, TOTAL, "card"))
                .expectTimer(PAYMENT_DUE, at(900));
    }

    @Test
    void tellsTheOrderThatItsPaymentWasCaptured() {
        forOrder()
                .given(created())
                .when(captured(1))
                .expectCommands(new ConfirmPayment(ORDER, 1))
                .expectNoTimers();
    }

    @Test
    void waitsUntilProcessingIsDue() {
        forOrder().given(created(), captured(1)).when(paid()).expectNoCommands().expectTimer(START_PROCESSING, at(5));
    }

    @Test
    void startsProcessingFiveSecondsAfterCreation() {
        forOrder()
                .given(created())
                .given(paid())
                .whenTimePasses(Duration.ofSeconds(4))
                .expectCommands(new StartProcessing(ORDER, null));
    }

    @Test
    void startsProcessingNoEarlier() {
        forOrder()
                .given(created())
                .given(paid())
                .whenTimePasses(Duration.ofMillis(3_999))
                .expectNoCommands();
    }

    @Test
    void startsProcessingAtOnceWhenItIsDueAlready() {
        forOrder()
                .given(created(), captured(1))
                .when(new OrderPaid(ORDER, 1, at(1), at(1)))
                .expectCommands(new StartProcessing(ORDER, null))
                .expectNoTimers();
    }

    @Test
    void ships() {
        forOrder()
                .given(created(), paid(), processingStarted())
                .whenTimePasses(Duration.ofSeconds(5))
                .expectCommands(new ShipOrder(ORDER, null));
    }

    @Test
    void sendsTheStockOffTheShelfWhenItShips() {
        forOrder()
                .given(created(), paid(), processingStarted())
                .when(shipped())
                .expectCommands(new DispatchStock(LAPTOP, ORDER), new DispatchStock(MOUSE, ORDER))
                .expectTimer(DELIVER, at(100));
    }

    @Test
    void deliversWhenTheDrawnTimeIsOver() {
        forOrder()
                .given(created(), paid(), processingStarted(), shipped())
                .whenTimePasses(Duration.ofSeconds(90))
                .expectCommands(new DeliverOrder(ORDER, null));
    }

    @Test
    void archivesWhatWasDelivered() {
        forOrder()
                .given(created(), paid(), processingStarted(), shipped(), delivered())
                .whenTimePasses(Duration.ofMinutes(5))
                .expectCommands(new ArchiveOrder(ORDER));
    }

    @Test
    void endsWhenTheOrderIsArchived() {
        forOrder()
                .given(created(), paid(), processingStarted(), shipped(), delivered())
                .when(archived())
                .expectNoCommands()
                .expectEnded();
    }

    @Test
    void needsNoTimersWhereNothingTakesTime() {
        forOrder()
                .given(created(), captured(1), new OrderPaid(ORDER, 1, at(1), at(1)))
                .when(new OrderProcessingStarted(ORDER, at(1), at(1)))
                .expectCommands(
                        new ShipOrder(ORDER, null), new DispatchStock(LAPTOP, ORDER), new DispatchStock(MOUSE, ORDER))
                .expectNoTimers();
        forOrder()
                .given(
                        created(),
                        new OrderPaid(ORDER, 1, at(1), at(1)),
                        new OrderProcessingStarted(ORDER, at(1), at(1)))
                .when(new OrderShipped(ORDER, at(1), at(1)))
                .expectCommands(new DeliverOrder(ORDER, null))
                .expectNoTimers();
    }

    @Test
    void followsAnAdministratorWhoIsFaster() {
        forOrder()
                .given(created(), paid())
                .when(new OrderProcessingStarted(ORDER, at(9), at(2)))
                .expectNoCommands()
                .expectTimer(SHIP, at(9));
    }
}
