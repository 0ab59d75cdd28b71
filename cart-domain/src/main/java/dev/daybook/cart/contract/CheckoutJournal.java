package dev.daybook.cart.contract;

import dev.daybook.catalog.contract.OrderId;
import java.util.Optional;

/** Remembers for 24 hours which order came of which Idempotency-Key. */
public interface CheckoutJournal {
    /** The name of its transactions. What they leave may be lost with a killed process: the cart and the book tell the order, too. */
    String TRANSACTION = "journal";

    /** The order id of a checkout: named by customer and key, so that a repeat, wherever it runs, means the same order. */
    OrderId orderIdFor(CustomerId customer, String idempotencyKey);

    /**
     * The order that came of this key; after 24 hours whatever the request, so that an old key never sells a new cart.
     *
     * @param requestHash a digest of the request's body
     * @throws org.axonframework.commandhandling.CommandExecutionException with
     *     {@link CartRefusal#IDEMPOTENCY_KEY_REUSED} when the key came with another body
     */
    Optional<OrderId> find(CustomerId customer, String idempotencyKey, String requestHash);

    /** Keeps a success; a repeat is harmless. Throws as {@link #find} when another body won the race for the key. */
    void keep(CustomerId customer, String idempotencyKey, String requestHash, OrderId order);
}
