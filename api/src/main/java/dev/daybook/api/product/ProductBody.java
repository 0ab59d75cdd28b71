package dev.daybook.api.product;

import dev.daybook.api.json.MoneyBody;
import dev.daybook.query.productcatalog.ProductView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A product with what can be sold of it now. */
@Schema(name = "Product")
public record ProductBody(
        @Schema(example = "product-0198c5a2-6f3e-7a51-9f0e-2f1d5c1b7a90")
        String id,

        @Schema(example = "LAP-001") String sku,
        @Schema(example = "Laptop") String name,
        @Schema(example = "14 inch, 32 GB") String description,
        @Schema(example = "Electronics") String category,
        @Schema(example = "Northwind") String manufacturer,
        MoneyBody price,
        @Schema(example = "42") int available,
        boolean inStock,
        boolean discontinued,
        Instant createdAt,
        Instant updatedAt,
        @Schema(example = "3") String version) {
    public static ProductBody of(ProductView product) {
        return new ProductBody(
                product.productId(),
                product.sku(),
                product.name(),
                product.description(),
                product.category(),
                product.manufacturer(),
                MoneyBody.of(product.price()),
                product.available(),
                product.available() > 0 && !product.discontinued(),
                product.discontinued(),
                product.createdAt(),
                product.updatedAt(),
                String.valueOf(product.sequence()));
    }

    String etag() {
        return "\"" + version + "\"";
    }
}
