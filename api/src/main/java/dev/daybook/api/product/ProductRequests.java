package dev.daybook.api.product;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.daybook.api.json.MoneyBody;
import dev.daybook.api.json.NotZero;
import dev.daybook.api.json.Price;
import dev.daybook.api.json.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What administrators send about products. */
final class ProductRequests {
    static final int MOST_STOCK = 1_000_000;

    private ProductRequests() {}

    @Schema(name = "NewProduct")
    record NewProduct(
            @NotNull @Text(max = 64) @Schema(example = "LAP-014")
            String sku,

            @NotNull @Text(max = 200) @Schema(example = "Laptop 14")
            String name,

            @Nullable @Text(max = 4000, free = true) @Schema(example = "14 inch, 32 GB")
            String description,

            @NotNull @Text(max = 100) @Schema(example = "Electronics")
            String category,

            @Nullable @Text(max = 100, free = true) @Schema(example = "Northwind")
            String manufacturer,

            @NotNull @Price MoneyBody price,

            @Nullable @Min(0) @Max(MOST_STOCK) @Schema(example = "25", description = "None when left out")
            Integer stock) {}

    @Schema(
            name = "ProductChange",
            description =
                    "All of the product that may change. What else it shows may come back as it was read: id, sku and"
                            + " discontinued must then be what they are, and stock what is on hand; the rest is passed over.")
    @JsonIgnoreProperties({"available", "inStock", "createdAt", "updatedAt", "version"})
    record ProductChange(
            @Schema(hidden = true) @Nullable String id,

            @Nullable
            @Text(max = 64)
            @Schema(description = "May be left out; a product keeps its sku", example = "LAP-014")
            String sku,

            @NotNull @Text(max = 200) @Schema(example = "Laptop 14 Pro")
            String name,

            @Nullable @Text(max = 4000, free = true) @Schema(example = "14 inch, 64 GB")
            String description,

            @NotNull @Text(max = 100) @Schema(example = "Electronics")
            String category,

            @Nullable @Text(max = 100, free = true) @Schema(example = "Northwind")
            String manufacturer,

            @NotNull @Price MoneyBody price,

            @Schema(hidden = true) @Nullable Integer stock,
            @Schema(hidden = true) @Nullable Boolean discontinued) {}

    @Schema(name = "StockChange")
    record StockChange(
            @NotNull @NotZero @Min(-MOST_STOCK) @Max(MOST_STOCK) @Schema(example = "10")
            Integer delta,

            @NotNull @Text(max = 200) @Schema(example = "delivery of May 12")
            String reason) {}
}
