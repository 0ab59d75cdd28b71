package dev.daybook.order.contract;

import dev.daybook.catalog.contract.Money;
import java.util.Set;

/**
 * The port to a payment provider. The payment id is the provider's idempotency key: asking again for the same payment
 * gives the same answer and moves no money twice. Called outside any transaction.
 */
public interface PaymentGateway {
    /** The methods a customer may choose from; the first is the default. */
    Set<String> methods();

    /** @throws OutcomeUnknownException when there is no definite answer yet; to be asked again */
    Answer capture(PaymentId payment, Money amount, String method);

    /** Gives back what was captured. @throws OutcomeUnknownException as {@link #capture} */
    void refund(PaymentId payment, Money amount);

    /** The provider's definite answer. */
    sealed interface Answer {
        /** The money was taken. */
        record Captured() implements Answer {}

        /** The provider refused; {@code reason} is its code. */
        record Declined(String reason) implements Answer {}
    }

    /** The provider did not say whether it did what it was asked: unknown, never "failed". */
    class OutcomeUnknownException extends RuntimeException {
        public OutcomeUnknownException(String message) {
            super(message);
        }
    }
}
