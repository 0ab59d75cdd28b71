package dev.daybook.cart.checkout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param purgeEvery between two purges of entries that have ended */
@ConfigurationProperties("daybook.cart.checkout-journal")
record CheckoutJournalSettings(@DefaultValue("1h") Duration purgeEvery) {
    CheckoutJournalSettings {
        if (purgeEvery.toMillis() < 1)
            throw new IllegalArgumentException(
                    "daybook.cart.checkout-journal.purge-every must be a millisecond or more");
    }
}
