package dev.daybook.api.cart;

import dev.daybook.api.cart.CartRequests.Addition;
import dev.daybook.api.cart.CartRequests.Quantity;
import dev.daybook.api.command.Commands;
import dev.daybook.api.command.Writes;
import dev.daybook.api.idempotency.IdempotencyKey;
import dev.daybook.api.problem.ProblemException;
import dev.daybook.api.product.Catalog;
import dev.daybook.cart.contract.CartCommand;
import dev.daybook.cart.contract.CartCommand.AddCartItem;
import dev.daybook.cart.contract.CartCommand.ChangeCartItemQuantity;
import dev.daybook.cart.contract.CartCommand.ClearCart;
import dev.daybook.cart.contract.CartCommand.RemoveCartItem;
import dev.daybook.cart.contract.CartReceipt;
import dev.daybook.cart.contract.CartRefusal;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.identity.contract.Caller;
import dev.daybook.query.productcatalog.ProductView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Cart")
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE) // refused before, not after, the command
class CartCommandController {
    private static final String LOCATION = "/api/cart";

    private final Commands commands;
    private final Writes writes;
    private final Catalog catalog;
    private final Carts carts;

    CartCommandController(Commands commands, Writes writes, Catalog catalog, Carts carts) {
        this.commands = commands;
        this.writes = writes;
        this.catalog = catalog;
        this.carts = carts;
    }

    @Operation(
            summary = "Put a product in, or more of it",
            description =
                    "With an Idempotency-Key a repeat changes nothing, whatever it says, and answers the cart as it is.")
    @PostMapping("/api/cart/items")
    ResponseEntity<CartBody> addItem(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String idempotencyKey,
            @Valid @RequestBody Addition request) {
        String additionId = IdempotencyKey.idFor(caller.accountId(), idempotencyKey);
        ProductView product = catalog.named("productId", request.productId());
        if (product.discontinued())
            throw ProblemException.refused(CartRefusal.PRODUCT_UNAVAILABLE.name(), "The product is not sold any more.");
        return answer(
                caller,
                new AddCartItem(
                        customer(caller),
                        additionId,
                        new ProductId(product.productId()),
                        product.name(),
                        product.price(),
                        request.quantity()));
    }

    @Operation(summary = "Set how many of a product are in")
    @PutMapping("/api/cart/items/{productId}")
    ResponseEntity<CartBody> changeItem(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String productId,
            @Valid @RequestBody Quantity request) {
        return answer(caller, new ChangeCartItemQuantity(customer(caller), Catalog.id(productId), request.quantity()));
    }

    @Operation(summary = "Take a product out")
    @DeleteMapping("/api/cart/items/{productId}")
    ResponseEntity<CartBody> removeItem(@AuthenticationPrincipal Caller caller, @PathVariable String productId) {
        return answer(caller, new RemoveCartItem(customer(caller), Catalog.id(productId)));
    }

    @Operation(summary = "Take everything out")
    @DeleteMapping("/api/cart")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> clear(@AuthenticationPrincipal Caller caller) {
        CartReceipt receipt = commands.send(new ClearCart(customer(caller)));
        return writes.answer(
                receipt, Writes.CART, LOCATION, () -> ResponseEntity.noContent().build());
    }

    private ResponseEntity<CartBody> answer(Caller caller, CartCommand command) {
        CartReceipt receipt = commands.send(command);
        return writes.answer(receipt, Writes.CART, LOCATION, () -> ResponseEntity.ok(carts.of(caller.accountId())));
    }

    private static CustomerId customer(Caller caller) {
        return new CustomerId(caller.accountId());
    }
}
