package dev.daybook.api.cart;

import dev.daybook.api.command.Queries;
import dev.daybook.api.json.MoneyBody;
import dev.daybook.api.json.Text;
import dev.daybook.api.page.Page;
import dev.daybook.identity.contract.Caller;
import dev.daybook.query.cartcontents.CartContentsQuery.ListCarts;
import dev.daybook.query.cartcontents.CartPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Cart")
@RestController
class CartQueryController {
    private final Queries queries;
    private final Carts carts;

    CartQueryController(Queries queries, Carts carts) {
        this.queries = queries;
        this.carts = carts;
    }

    @Operation(summary = "The own cart")
    @GetMapping("/api/cart")
    CartBody cart(@AuthenticationPrincipal Caller caller) {
        return carts.of(caller.accountId());
    }

    @Operation(summary = "The own cart")
    @GetMapping("/api/users/me/cart")
    CartBody ownCart(@AuthenticationPrincipal Caller caller) {
        return cart(caller);
    }

    @Operation(summary = "What the own cart costs")
    @GetMapping("/api/cart/total")
    CartTotal total(@AuthenticationPrincipal Caller caller) {
        CartBody cart = carts.of(caller.accountId());
        return new CartTotal(
                cart.total(),
                cart.items().stream().mapToInt(CartBody.Line::quantity).sum());
    }

    @Operation(summary = "Everyone's carts that are not empty")
    @GetMapping("/api/carts")
    Page<CartBody> carts(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Text(max = 1000, free = true) @Nullable String cursor) {
        CartPage page = queries.one(new ListCarts(limit, cursor), CartPage.class);
        return Page.of(page.items(), page.nextCursor(), CartBody::of);
    }

    record CartTotal(
            MoneyBody total,

            @Schema(example = "3", description = "How many pieces")
            int quantity) {}
}
