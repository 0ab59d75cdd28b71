package dev.daybook.catalog.product;

import static dev.daybook.catalog.contract.CatalogRefusal.PRODUCT_DISCONTINUED;
import static dev.daybook.catalog.contract.CatalogRefusal.SKU_TAKEN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductCommand.AddProduct;
import dev.daybook.catalog.contract.ProductCommand.ChangeProductDetails;
import dev.daybook.catalog.contract.ProductCommand.DiscontinueProduct;
import dev.daybook.catalog.contract.ProductCommand.RepriceProduct;
import dev.daybook.catalog.contract.ProductEvent.ProductAdded;
import dev.daybook.catalog.contract.ProductEvent.ProductDetailsChanged;
import dev.daybook.catalog.contract.ProductEvent.ProductDiscontinued;
import dev.daybook.catalog.contract.ProductEvent.ProductRepriced;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.ProductReceipt;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A product is added, is described and priced anew as often as need be, and one day is discontinued for good. */
@Aggregate(cache = "productCache")
class Product {
    /** The largest cart at this price still adds up without overflow. */
    private static final long HIGHEST_PRICE = 1_000_000_000_000L;

    @AggregateIdentifier
    private @Nullable ProductId id;

    private @Nullable Details details;
    private @Nullable Money price;
    private boolean discontinued;

    Product() {} // Axon sources events into an empty instance

    // --- decisions

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ProductReceipt decide(AddProduct command, SkuClaims claims, Clock clock) {
        if (id != null) return receipt(command.productId());
        requirePrice(command.price());
        if (!claims.hold(command.sku(), command.productId()))
            throw SKU_TAKEN.because("the sku is not claimed for this product");
        apply(new ProductAdded(
                command.productId(),
                command.sku(),
                command.name(),
                command.description(),
                command.category(),
                command.manufacturer(),
                command.price(),
                clock.instant()));
        return receipt(command.productId());
    }

    @CommandHandler
    ProductReceipt decide(ChangeProductDetails command, Clock clock) {
        requireOnSale();
        Details changed =
                new Details(command.name(), command.description(), command.category(), command.manufacturer());
        if (!changed.equals(details))
            apply(new ProductDetailsChanged(
                    command.productId(),
                    command.name(),
                    command.description(),
                    command.category(),
                    command.manufacturer(),
                    clock.instant()));
        return receipt(command.productId());
    }

    @CommandHandler
    ProductReceipt decide(RepriceProduct command, Clock clock) {
        requireOnSale();
        requirePrice(command.price());
        if (price != null && !price.equals(command.price()))
            apply(new ProductRepriced(command.productId(), price, command.price(), clock.instant()));
        return receipt(command.productId());
    }

    @CommandHandler
    ProductReceipt decide(DiscontinueProduct command, Clock clock) {
        if (!discontinued) apply(new ProductDiscontinued(command.productId(), clock.instant()));
        return receipt(command.productId());
    }

    // --- facts

    @EventSourcingHandler
    private void on(ProductAdded event) {
        id = event.productId();
        details = new Details(event.name(), event.description(), event.category(), event.manufacturer());
        price = event.price();
    }

    @EventSourcingHandler
    private void on(ProductDetailsChanged event) {
        details = new Details(event.name(), event.description(), event.category(), event.manufacturer());
    }

    @EventSourcingHandler
    private void on(ProductRepriced event) {
        price = event.newPrice();
    }

    @EventSourcingHandler
    private void on(ProductDiscontinued event) {
        discontinued = true;
    }

    // --- predicates

    /** @throws IllegalArgumentException for a price below zero or beyond ten billion (in a currency with cents) */
    static void requirePrice(Money price) {
        if (price.minorUnits() < 0 || price.minorUnits() > HIGHEST_PRICE)
            throw new IllegalArgumentException("a price is not negative, nor beyond all reason");
    }

    private void requireOnSale() {
        if (discontinued)
            throw PRODUCT_DISCONTINUED.because("the product is discontinued and does not change any more");
    }

    private static ProductReceipt receipt(ProductId product) {
        return new ProductReceipt(product, getVersion());
    }

    private record Details(String name, String description, String category, String manufacturer) {}
}
