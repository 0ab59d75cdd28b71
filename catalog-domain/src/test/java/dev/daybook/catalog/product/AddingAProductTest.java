package dev.daybook.catalog.product;

import static dev.daybook.catalog.contract.CatalogRefusal.SKU_TAKEN;

import dev.daybook.catalog.Refused;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductCommand.AddProduct;
import dev.daybook.catalog.contract.ProductId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddingAProductTest extends ProductStory {
    @Test
    void takesItIntoTheCatalog() {
        claims.claim(SKU, LAPTOP);

        product.givenNoPriorActivity()
                .when(ADD_LAPTOP)
                .expectEvents(LAPTOP_ADDED)
                .expectResultMessagePayload(receipt(0));
    }

    @Test
    void isHarmlessWhenRepeated() {
        product.given(LAPTOP_ADDED).when(ADD_LAPTOP).expectNoEvents().expectResultMessagePayload(receipt(0));
    }

    @Test
    void isHarmlessWhenRepeatedAfterItWasDiscontinued() {
        product.given(LAPTOP_ADDED, LAPTOP_DISCONTINUED)
                .when(ADD_LAPTOP)
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1));
    }

    @Test
    void isRefusedWithoutAClaimOfTheSku() {
        product.givenNoPriorActivity()
                .when(ADD_LAPTOP)
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(SKU_TAKEN));
    }

    @Test
    void isRefusedWhenAnotherProductClaimedTheSku() {
        claims.claim(SKU, new ProductId("product-other"));

        product.givenNoPriorActivity()
                .when(ADD_LAPTOP)
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(SKU_TAKEN));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1_000_000_000_001L, Long.MAX_VALUE})
    void isInvalidAtAPriceBeyondReason(long price) {
        claims.claim(SKU, LAPTOP);

        product.givenNoPriorActivity()
                .when(new AddProduct(LAPTOP, SKU, "Laptop", "", "", "", new Money(price, "USD")))
                .expectNoEvents()
                .expectException(IllegalArgumentException.class);
    }
}
