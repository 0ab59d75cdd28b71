package dev.daybook.api.cart;

import dev.daybook.api.cart.CartRequests.Checkout;
import dev.daybook.api.command.Writes;
import dev.daybook.api.idempotency.IdempotencyKey;
import dev.daybook.api.order.OrderBodies;
import dev.daybook.api.order.OrderBody;
import dev.daybook.api.order.Orders;
import dev.daybook.api.order.PaymentMethods;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.identity.contract.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Cart")
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE) // refused before, not after, the command
class CheckoutController {
    private static final Checkout PLAIN = new Checkout(null, null);

    private final Checkouts checkouts;
    private final PaymentMethods methods;
    private final Orders orders;
    private final OrderBodies bodies;

    CheckoutController(Checkouts checkouts, PaymentMethods methods, Orders orders, OrderBodies bodies) {
        this.checkouts = checkouts;
        this.methods = methods;
        this.orders = orders;
        this.bodies = bodies;
    }

    @Operation(
            summary = "Turn the cart into an order",
            description =
                    "With an Idempotency-Key a repeat of the same request, within 24 hours, answers the same order.")
    @PostMapping("/api/cart/checkout")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderBody> checkOut(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false)
                    @Parameter(example = "f3b1c7e0-5d0a-4a86-9c1b-5f0a2a4c9a11")
                    @Nullable
                    String idempotencyKey,
            @Valid @RequestBody(required = false) @Nullable Checkout request) {
        Optional<IdempotencyKey> key = IdempotencyKey.of(idempotencyKey);
        Checkout asked = request == null ? PLAIN : request;
        String method = methods.known("paymentMethod", asked.paymentMethod());
        OrderId order = checkouts.checkOut(new CustomerId(caller.accountId()), asked, method, key);
        String location = "/api/orders/" + order;
        if (!checkouts.shown(order)) return Writes.later(location);
        return orders.asCreated(order)
                .map(bodies::of)
                .map(body -> ResponseEntity.created(URI.create(location))
                        .eTag(body.etag())
                        .body(body))
                .orElseGet(() -> Writes.later(location));
    }
}
