package dev.daybook.catalog.product;

import dev.daybook.catalog.contract.StockCommand.RegisterStock;
import dev.daybook.catalog.contract.StockId;
import dev.daybook.catalog.product.SkuClaims.SkuClaim;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Finds out what came of claims whose registration may have died on the way: gives up those without a product, opens the
 * stock of those whose product has none.
 */
@Component
@EnableScheduling
@EnableConfigurationProperties(SkuClaimSettings.class)
class SweepingSkuClaims implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(SweepingSkuClaims.class);
    private static final int AT_ONCE = 1_000;

    private final SkuClaims claims;
    private final EventStore events;
    private final CommandGateway commands;
    private final Clock clock;
    private final SkuClaimSettings settings;

    SweepingSkuClaims(
            SkuClaims claims, EventStore events, CommandGateway commands, Clock clock, SkuClaimSettings settings) {
        this.claims = claims;
        this.events = events;
        this.commands = commands;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::sweep, settings.sweepEvery(), settings.sweepEvery()));
    }

    void sweep() {
        for (SkuClaim claim : claims.unsettledBefore(clock.instant().minus(settings.patience()), AT_ONCE)) {
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
