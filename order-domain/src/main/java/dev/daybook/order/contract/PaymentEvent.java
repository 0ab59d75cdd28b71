package dev.daybook.order.contract;

import dev.daybook.catalog.contract.ConcernsOrder;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import java.time.Instant;

/** What happened to a payment. */
public sealed interface PaymentEvent extends ConcernsOrder {
    PaymentId paymentId();

    Instant at();

    /** The money of an order was asked for. */
    record PaymentRequested(PaymentId paymentId, OrderId orderId, int attempt, Money amount, String method, Instant at)
            implements PaymentEvent {}

    /** The provider has taken the money. */
    record PaymentCaptured(PaymentId paymentId, OrderId orderId, int attempt, Money amount, Instant at)
            implements PaymentEvent {}

    /** The provider refused. */
    record PaymentDeclined(PaymentId paymentId, OrderId orderId, int attempt, String reason, Instant at)
            implements PaymentEvent {}

    /** The attempt was given up before an answer came. */
    record PaymentVoided(PaymentId paymentId, OrderId orderId, int attempt, Instant at) implements PaymentEvent {}

    /** The money is to be given back. */
    record PaymentRefundRequested(PaymentId paymentId, OrderId orderId, int attempt, Money amount, Instant at)
            implements PaymentEvent {}

    /** The money was given back. */
    record PaymentRefunded(PaymentId paymentId, OrderId orderId, int attempt, Money amount, Instant at)
            implements PaymentEvent {}
}
