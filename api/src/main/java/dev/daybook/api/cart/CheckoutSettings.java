package dev.daybook.api.cart;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param maxBacklog how many events the order process may be behind before checkouts are turned away */
@ConfigurationProperties("daybook.checkout")
record CheckoutSettings(@DefaultValue("5000") long maxBacklog) {
    CheckoutSettings {
        if (maxBacklog < 1) throw new IllegalArgumentException("daybook.checkout.max-backlog must be 1 or more");
    }
}
