package dev.daybook.catalog.product;

import static dev.daybook.catalog.contract.CatalogRefusal.INVALID_QUANTITY;

import dev.daybook.catalog.contract.ProductCommand.AddProduct;
import dev.daybook.catalog.contract.ProductReceipt;
import dev.daybook.catalog.contract.ProductRegistration;
import dev.daybook.catalog.contract.RefusalDetails;
import dev.daybook.catalog.contract.StockCommand.RegisterStock;
import dev.daybook.catalog.contract.StockReceipt;
import dev.daybook.catalog.product.SkuClaims.SkuClaim;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Claims the sku before it adds the product, and leaves what is uncertain to {@link SweepingSkuClaims}. */
@Component
class ClaimingRegistration implements ProductRegistration {
    private final SkuClaims claims;
    private final CommandGateway commands;
    private final EventStore events;

    ClaimingRegistration(SkuClaims claims, CommandGateway commands, EventStore events) {
        this.claims = claims;
        this.commands = commands;
        this.events = events;
    }

    @Override
    public Added add(AddProduct product, int stock) {
        // refused before the sku is claimed, so that a corrected request finds it free
        if (stock < 0) throw INVALID_QUANTITY.because("a stock does not open below zero");
        Product.requirePrice(product.price());

        claims.claim(product.sku(), product.productId());
        ProductReceipt added = send(product);
        StockReceipt registered = commands.sendAndWait(new RegisterStock(product.productId(), stock));
        return new Added(added, registered);
    }

    private ProductReceipt send(AddProduct product) {
        try {
            return commands.sendAndWait(product);
        } catch (CommandExecutionException failure) {
            // anything but a refusal may still have added the product
            boolean refused = failure.getDetails().orElse(null) instanceof RefusalDetails;
            if (refused) giveUpClaimOf(product);
            throw failure;
        }
    }

    private void giveUpClaimOf(AddProduct product) {
        claims.giveUpUnless(
                new SkuClaim(product.sku(), product.productId()),
                () -> events.lastSequenceNumberFor(product.productId().value()).isPresent());
    }
}
