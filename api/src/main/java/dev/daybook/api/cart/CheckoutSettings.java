package dev.daybook.api.cart;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param maxBacklog how many orders may wait for the process before new ones are turned away */
@ConfigurationProperties("daybook.checkout")
record CheckoutSettings(@DefaultValue("2000") long maxBacklog) {}
