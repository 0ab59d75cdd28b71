package dev.daybook.catalog.product;

import static dev.daybook.catalog.MovableClock.NOON;
import static dev.daybook.catalog.contract.CatalogRefusal.PRODUCT_DISCONTINUED;

import dev.daybook.catalog.Refused;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductCommand.RepriceProduct;
import dev.daybook.catalog.contract.ProductEvent.ProductRepriced;
import org.junit.jupiter.api.Test;

class RepricingAProductTest extends ProductStory {
    private static final Money CHEAPER = new Money(89_999, "USD");

    @Test
    void asksAnotherPrice() {
        product.given(LAPTOP_ADDED)
                .when(new RepriceProduct(LAPTOP, CHEAPER, null))
                .expectEvents(new ProductRepriced(LAPTOP, PRICE, CHEAPER, NOON))
                .expectResultMessagePayload(receipt(1));
    }

    @Test
    void isHarmlessAtThePriceItHas() {
        product.given(LAPTOP_ADDED, new ProductRepriced(LAPTOP, PRICE, CHEAPER, NOON))
                .when(new RepriceProduct(LAPTOP, CHEAPER, null))
                .expectNoEvents()
                .expectResultMessagePayload(receipt(1));
    }

    @Test
    void isRefusedOnceDiscontinued() {
        product.given(LAPTOP_ADDED, LAPTOP_DISCONTINUED)
                .when(new RepriceProduct(LAPTOP, CHEAPER, null))
                .expectNoEvents()
                .expectExceptionDetails(Refused.with(PRODUCT_DISCONTINUED));
    }

    @Test
    void isInvalidBelowZero() {
        product.given(LAPTOP_ADDED)
                .when(new RepriceProduct(LAPTOP, new Money(-1, "USD"), null))
                .expectNoEvents()
                .expectException(IllegalArgumentException.class);
    }
}
