package dev.daybook.order.contract;

import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a payment. All answer with a {@link PaymentReceipt}. */
public sealed interface PaymentCommand {
    @TargetAggregateIdentifier
    PaymentId paymentId();

    /** Asks for the money of an order; a repeat answers with the state that holds. */
    record RequestPayment(PaymentId paymentId, OrderId orderId, int attempt, Money amount, String method)
            implements PaymentCommand {}

    /** The provider has taken the money. */
    record CapturePayment(PaymentId paymentId) implements PaymentCommand {}

    /** The provider refused; {@code reason} is the provider's code. */
    record DeclinePayment(PaymentId paymentId, String reason) implements PaymentCommand {}

    /** Gives up an attempt that has no answer yet; one that has keeps its answer. */
    record VoidPayment(PaymentId paymentId) implements PaymentCommand {}

    /** Gives captured money back; anything else keeps its state. */
    record RefundPayment(PaymentId paymentId) implements PaymentCommand {}

    /** The provider has given the money back. */
    record ConfirmRefund(PaymentId paymentId) implements PaymentCommand {}
}
