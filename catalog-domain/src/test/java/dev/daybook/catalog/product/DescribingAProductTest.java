package dev.daybook.catalog.product;

import static dev.daybook.catalog.MovableClock.NOON;
import static dev.daybook.catalog.contract.CatalogRefusal.PRODUCT_DISCONTINUED;

import dev.daybook.catalog.Refused;
import dev.daybook.catalog.contract.ProductCommand.ChangeProductDetails;
import dev.daybook.catalog.contract.ProductEvent.ProductDetailsChanged;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DescribingAProductTest extends ProductStory {
    @Test
    void changesItsDetails() {
        product.given(LAPTOP_ADDED)
                .when(describeAs("Lighter and faster", null))
                .expectEvents(
                        new ProductDetailsChanged(LAPTOP, "Laptop", "Lighter and faster", "Electronics", "Acme", NOON))
                .expectResultMessagePayload(receipt(1));
    }

    @Test
    void isHarmlessWhenNothingChanges() {
        product.given(LAPTOP_ADDED)
                .when(describeAs("Light and fast", null))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(0));
    }

    @Test
    void isRefusedOnceDiscontinued() {
        product.given(LAPTOP_ADDED, LAPTOP_DISCONTINUED)
                .when(describeAs("Lighter and faster", null))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(PRODUCT_DISCONTINUED));
    }

    @Test
    void succeedsOnTheVersionTheCallerSaw() {
        product.given(LAPTOP_ADDED).when(describeAs("Lighter and faster", 0L)).expectResultMessagePayload(receipt(1));
    }

    @Test
    void isAConflictWhenTheProductHasMovedOn() {
        product.given(LAPTOP_ADDED, new ProductDetailsChanged(LAPTOP, "Laptop", "New", "Electronics", "Acme", NOON))
                .when(describeAs("Lighter and faster", 0L))
                .expectException(ConflictingAggregateVersionException.class);
    }

    @Test
    void findsNoProductThatWasNeverAdded() {
        product.givenNoPriorActivity()
                .when(describeAs("Lighter and faster", null))
                .expectException(AggregateNotFoundException.class);
    }

    private static ChangeProductDetails describeAs(String description, @Nullable Long expectedVersion) {
        return new ChangeProductDetails(LAPTOP, "Laptop", description, "Electronics", "Acme", expectedVersion);
    }
}
