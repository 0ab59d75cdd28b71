package dev.daybook.api.cart;

import dev.daybook.api.json.MoneyBody;
import dev.daybook.cart.contract.CartLine;
import dev.daybook.catalog.contract.Money;
import dev.daybook.query.cartcontents.CartView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer has put in. */
@Schema(name = "Cart")
public record CartBody(
        @Schema(example = "user-0198c5a2-6f3e-7a51-9f0e-2f1d5c1b7a90")
        String customerId,

        List<Line> items,
        MoneyBody total,
        @Nullable Instant updatedAt) {
    /** One product of a cart. */
    @Schema(name = "CartLine")
    public record Line(
            @Schema(example = "product-0198c5a2-6f3e-7a51-9f0e-2f1d5c1b7a90")
            String productId,

            @Schema(example = "Laptop") String name,
            MoneyBody unitPrice,
            @Schema(example = "2") int quantity,
            MoneyBody lineTotal) {
        static Line of(CartLine line) {
            return new Line(
                    line.productId().value(),
                    line.name(),
                    MoneyBody.of(line.unitPrice()),
                    line.quantity(),
                    MoneyBody.of(line.unitPrice().times(line.quantity())));
        }
    }

    static CartBody of(CartView cart) {
        return new CartBody(
                cart.customerId(),
                cart.items().stream().map(Line::of).toList(),
                MoneyBody.of(cart.total()),
                cart.updatedAt());
    }

    static CartBody empty(String customerId) {
        return new CartBody(customerId, List.of(), MoneyBody.of(Money.zero("USD")), null);
    }
}
