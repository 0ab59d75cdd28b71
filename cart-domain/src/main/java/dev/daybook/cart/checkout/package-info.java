/** What makes a checkout safe to repeat: which order came of which Idempotency-Key. */
@NullMarked
package dev.daybook.cart.checkout;

import org.jspecify.annotations.NullMarked;
