package dev.daybook.api.cart;

import dev.daybook.api.json.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What customers send about their carts. */
final class CartRequests {
    private CartRequests() {}

    @Schema(name = "CartAddition")
    record Addition(
            @NotNull @Text(max = 200) @Schema(example = "product-0198c5a2-6f3e-7a51-9f0e-2f1d5c1b7a90")
            String productId,

            @NotNull @Min(1) @Max(999) @Schema(example = "2")
            Integer quantity) {}

    @Schema(name = "CartQuantity")
    record Quantity(
            @NotNull @Min(1) @Max(999) @Schema(example = "3")
            Integer quantity) {}

    @Schema(name = "Checkout")
    record Checkout(
            @Nullable
            @Text(max = 50)
            @Schema(example = "sim-approve", description = "The provider's first when left out")
            String paymentMethod,

            @Nullable
            @Schema(
                    example = "false",
                    description = "Whether to buy although a price is not what it was when the line was put in")
            Boolean acceptPriceChanges) {}
}
