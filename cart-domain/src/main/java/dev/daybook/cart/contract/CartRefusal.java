package dev.daybook.cart.contract;

import dev.daybook.catalog.contract.Refusal;

/** Why a cart refuses a command. */
public enum CartRefusal implements Refusal {
    /** There is nothing to check out. */
    EMPTY_CART,
    /** A line's product is discontinued or unknown. */
    PRODUCT_UNAVAILABLE,
    /** A line costs something else than when it was put in; the facts hold old and new price of each such line. */
    PRICE_CHANGED,
    /** The product is not in the cart. */
    ITEM_NOT_IN_CART,
    /** A line holds 1 to 999 pieces. */
    QUANTITY_LIMIT,
    /** A cart holds at most 100 lines. */
    LINE_LIMIT,
    /** A cart is in one currency. */
    CURRENCY_MISMATCH,
    /** The same Idempotency-Key came with another body. */
    IDEMPOTENCY_KEY_REUSED
}
