package dev.daybook.catalog.product;

import dev.daybook.catalog.contract.ProductCommand.DiscontinueProduct;
import org.junit.jupiter.api.Test;

class DiscontinuingAProductTest extends ProductStory {
    @Test
    void stopsSellingIt() {
        product.given(LAPTOP_ADDED)
                .when(new DiscontinueProduct(LAPTOP, null))
                .expectEvents(LAPTOP_DISCONTINUED)
                .expectResultMessagePayload(receipt(1));
    }

    @Test
    void isHarmlessWhenRepeated() {
        product.given(LAPTOP_ADDED, LAPTOP_DISCONTINUED)
                .when(new DiscontinueProduct(LAPTOP, null))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1));
    }
}
