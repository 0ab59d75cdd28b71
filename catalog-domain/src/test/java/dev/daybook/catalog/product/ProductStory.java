package dev.daybook.catalog.product;

import dev.daybook.catalog.CatalogDatabase;
import dev.daybook.catalog.MovableClock;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductCommand.AddProduct;
import dev.daybook.catalog.contract.ProductEvent.ProductAdded;
import dev.daybook.catalog.contract.ProductEvent.ProductDiscontinued;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.ProductReceipt;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** The words in which the tests of products are told. */
abstract class ProductStory {
    static final ProductId LAPTOP = new ProductId("product-laptop");
    static final String SKU = "LAP-1";
    static final Money PRICE = new Money(99_999, "USD");
    static final AddProduct ADD_LAPTOP =
            new AddProduct(LAPTOP, SKU, "Laptop", "Light and fast", "Electronics", "Acme", PRICE);
    static final ProductAdded LAPTOP_ADDED =
            new ProductAdded(LAPTOP, SKU, "Laptop", "Light and fast", "Electronics", "Acme", PRICE, MovableClock.NOON);
    static final ProductDiscontinued LAPTOP_DISCONTINUED = new ProductDiscontinued(LAPTOP, MovableClock.NOON);

    final MovableClock clock = new MovableClock();
    final CatalogDatabase database = CatalogDatabase.empty();
    final SkuClaims claims = new SkuClaims(database.dataSource(), database.transactions(), clock);
    final AggregateTestFixture<Product> product = new AggregateTestFixture<>(Product.class);

    ProductStory() {
        product.registerInjectableResource(clock);
        product.registerInjectableResource(claims);
    }

    static ProductReceipt receipt(long sequence) {
        return new ProductReceipt(LAPTOP, sequence);
    }
}
