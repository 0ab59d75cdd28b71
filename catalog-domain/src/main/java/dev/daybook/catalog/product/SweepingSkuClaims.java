package dev.daybook.catalog.product;

import dev.daybook.catalog.contract.StockCommand.RegisterStock;
import dev.daybook.catalog.contract.StockId;
import dev.daybook.catalog.product.SkuClaims.SkuClaim;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds out what came of claims whose registration may have died on the way: gives up those without a product, opens the
 * stock of those whose product has none.
 */
@Component
@EnableScheduling
class SweepingSkuClaims {
    private static final Logger log = LoggerFactory.getLogger(SweepingSkuClaims.class);
    private static final int AT_ONCE = 1_000;

    private final SkuClaims claims;
    private final EventStore events;
    private final CommandGateway commands;
    private final Clock clock;
    private final Duration patience;

    SweepingSkuClaims(
            SkuClaims claims,
            EventStore events,
            CommandGateway commands,
            Clock clock,
            @Value("${daybook.catalog.sku-claims.patience:PT10M}") Duration patience) {
        this.claims = claims;
        this.events = events;
        this.commands = commands;
        this.clock = clock;
        this.patience = patience;
    }

    @Scheduled(
            initialDelayString = "${daybook.catalog.sku-claims.sweep-every:PT1M}",
            fixedDelayString = "${daybook.catalog.sku-claims.sweep-every:PT1M}")
    void sweep() {
        for (SkuClaim claim : claims.unsettledBefore(clock.instant().minus(patience), AT_ONCE)) {
            try {
                sweep(claim);
            } catch (RuntimeException failure) {
                log.warn(
                        "The sku claim of {} could not be swept and waits for the next sweep",
                        claim.product(),
                        failure);
            }
        }
    }

    private void sweep(SkuClaim claim) {
        if (claims.giveUpUnless(claim, () -> isInTheBook(claim.product().value()))) {
            log.info("The sku claim of {} was given up: the product never came to be", claim.product());
            return;
        }
        if (!isInTheBook(claim.product().value())) return;
        if (!isInTheBook(StockId.of(claim.product()).value()))
            commands.sendAndWait(new RegisterStock(claim.product(), 0));
        claims.settle(claim);
    }

    private boolean isInTheBook(String aggregateId) {
        return events.lastSequenceNumberFor(aggregateId).isPresent();
    }
}
