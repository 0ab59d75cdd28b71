package dev.daybook.order.payment;

import static dev.daybook.order.contract.PaymentStatus.CAPTURED;
import static dev.daybook.order.contract.PaymentStatus.DECLINED;
import static dev.daybook.order.contract.PaymentStatus.PENDING;
import static dev.daybook.order.contract.PaymentStatus.REFUNDED;
import static dev.daybook.order.contract.PaymentStatus.REFUND_REQUESTED;
import static dev.daybook.order.contract.PaymentStatus.VOIDED;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.order.contract.OrderRefusal;
import dev.daybook.order.contract.PaymentCommand.CapturePayment;
import dev.daybook.order.contract.PaymentCommand.ConfirmRefund;
import dev.daybook.order.contract.PaymentCommand.DeclinePayment;
import dev.daybook.order.contract.PaymentCommand.RefundPayment;
import dev.daybook.order.contract.PaymentCommand.RequestPayment;
import dev.daybook.order.contract.PaymentCommand.VoidPayment;
import dev.daybook.order.contract.PaymentEvent.PaymentCaptured;
import dev.daybook.order.contract.PaymentEvent.PaymentDeclined;
import dev.daybook.order.contract.PaymentEvent.PaymentRefundRequested;
import dev.daybook.order.contract.PaymentEvent.PaymentRefunded;
import dev.daybook.order.contract.PaymentEvent.PaymentRequested;
import dev.daybook.order.contract.PaymentEvent.PaymentVoided;
import dev.daybook.order.contract.PaymentId;
import dev.daybook.order.contract.PaymentReceipt;
import dev.daybook.order.contract.PaymentStatus;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** A payment waits for its provider's answer, once; what was captured may be given back, once. */
@Aggregate(cache = "paymentCache")
class Payment {
    @AggregateIdentifier
    private PaymentId id;

    private OrderId orderId;
    private int attempt;
    private Money amount;
    private PaymentStatus status;

    private Payment() {} // Axon sources events into an empty instance

    // --- decisions

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    PaymentReceipt decide(RequestPayment command, Clock clock) {
        if (id == null)
            apply(new PaymentRequested(
                    command.paymentId(),
                    command.orderId(),
                    command.attempt(),
                    command.amount(),
                    command.method(),
                    clock.instant()));
        return receipt();
    }

    @CommandHandler
    PaymentReceipt decide(CapturePayment command, Clock clock) {
        var now = clock.instant();
        switch (status) {
            case PENDING -> apply(new PaymentCaptured(id, orderId, attempt, amount, now));
            case VOIDED -> {
                apply(new PaymentCaptured(id, orderId, attempt, amount, now));
                apply(new PaymentRefundRequested(id, orderId, attempt, amount, now));
            }
            case DECLINED -> throw stepNotPossible();
            case CAPTURED, REFUND_REQUESTED, REFUNDED -> {}
        }
        return receipt();
    }

    @CommandHandler
    PaymentReceipt decide(DeclinePayment command, Clock clock) {
        switch (status) {
            case PENDING -> apply(new PaymentDeclined(id, orderId, attempt, command.reason(), clock.instant()));
            case DECLINED, VOIDED -> {}
            case CAPTURED, REFUND_REQUESTED, REFUNDED -> throw stepNotPossible();
        }
        return receipt();
    }

    @CommandHandler
    PaymentReceipt decide(VoidPayment command, Clock clock) {
        if (status == PENDING) apply(new PaymentVoided(id, orderId, attempt, clock.instant()));
        return receipt();
    }

    @CommandHandler
    PaymentReceipt decide(RefundPayment command, Clock clock) {
        if (status == CAPTURED) apply(new PaymentRefundRequested(id, orderId, attempt, amount, clock.instant()));
        return receipt();
    }

    @CommandHandler
    PaymentReceipt decide(ConfirmRefund command, Clock clock) {
        switch (status) {
            case REFUND_REQUESTED -> apply(new PaymentRefunded(id, orderId, attempt, amount, clock.instant()));
            case REFUNDED -> {}
            case PENDING, CAPTURED, DECLINED, VOIDED -> throw stepNotPossible();
        }
        return receipt();
    }

    // --- facts

    @EventSourcingHandler
    private void on(PaymentRequested event) {
        id = event.paymentId();
        orderId = event.orderId();
        attempt = event.attempt();
        amount = event.amount();
        status = PENDING;
    }

    @EventSourcingHandler
    private void on(PaymentCaptured event) {
        status = CAPTURED;
    }

    @EventSourcingHandler
    private void on(PaymentDeclined event) {
        status = DECLINED;
    }

    @EventSourcingHandler
    private void on(PaymentVoided event) {
        status = VOIDED;
    }

    @EventSourcingHandler
    private void on(PaymentRefundRequested event) {
        status = REFUND_REQUESTED;
    }

    @EventSourcingHandler
    private void on(PaymentRefunded event) {
        status = REFUNDED;
    }

    // --- predicates

    private PaymentReceipt receipt() {
        return new PaymentReceipt(id, getVersion(), status);
    }

    private RuntimeException stepNotPossible() {
        return OrderRefusal.PAYMENT_STEP_NOT_POSSIBLE.because("payment " + id + " is " + status);
    }
}
