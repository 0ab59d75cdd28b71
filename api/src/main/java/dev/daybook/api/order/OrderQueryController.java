package dev.daybook.api.order;

import dev.daybook.api.caller.SignedIn;
import dev.daybook.api.json.MoneyBody;
import dev.daybook.api.json.Text;
import dev.daybook.api.page.Page;
import dev.daybook.identity.contract.Caller;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.order.contract.PaymentStatus;
import dev.daybook.query.orderdetails.OrderView.PaymentView;
import dev.daybook.query.orderlist.OrderPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Orders")
@RestController
class OrderQueryController {
    private final Orders orders;
    private final OrderBodies bodies;

    OrderQueryController(Orders orders, OrderBodies bodies) {
        this.orders = orders;
        this.bodies = bodies;
    }

    @Operation(summary = "The own orders, newest first; an administrator sees everyone's")
    @GetMapping("/api/orders")
    Page<OrderBody> orders(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false)
                    @Text(max = 200)
                    @Parameter(description = "For administrators; to others, only they themselves have orders")
                    @Nullable
                    String customerId,
            @RequestParam(required = false) @Parameter(description = "Both when left out") @Nullable Boolean archived,
            @RequestParam(required = false) @Parameter(description = "true: only those that need a person") @Nullable
                    Boolean flagged,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Text(max = 1000, free = true) @Nullable String cursor) {
        String own = caller.accountId();
        if (SignedIn.isAdmin(caller)) return page(orders.page(customerId, status, archived, flagged, limit, cursor));
        if (customerId != null && !customerId.equals(own)) return Page.whole(List.of());
        return page(orders.page(own, status, archived, flagged, limit, cursor));
    }

    @Operation(summary = "The own orders, newest first")
    @GetMapping("/api/users/me/orders")
    Page<OrderBody> ownOrders(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable Boolean archived,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Text(max = 1000, free = true) @Nullable String cursor) {
        return page(orders.page(caller.accountId(), status, archived, null, limit, cursor));
    }

    @Operation(summary = "One order; its ETag is its version")
    @GetMapping("/api/orders/{id}")
    ResponseEntity<OrderBody> order(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        OrderBody order = bodies.of(orders.visible(id, caller));
        return ResponseEntity.ok().eTag(order.etag()).body(order);
    }

    @Operation(summary = "Every attempt to pay an order, first to last")
    @GetMapping("/api/orders/{id}/payments")
    Page<PaymentBody> payments(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return Page.whole(orders.visible(id, caller).payments().stream()
                .map(PaymentBody::of)
                .toList());
    }

    @Operation(summary = "Every status an order can have")
    @GetMapping("/api/orders/statuses")
    Page<StatusBody> statuses() {
        Locale language = LocaleContextHolder.getLocale();
        return Page.whole(Arrays.stream(OrderStatus.values())
                .map(status -> new StatusBody(status, bodies.label(status, language), status.isTerminal()))
                .toList());
    }

    private Page<OrderBody> page(OrderPage page) {
        return Page.of(page.items(), page.nextCursor(), bodies::of);
    }

    @Schema(name = "Payment")
    record PaymentBody(
            @Schema(example = "payment-0198c5a2-6f3e-7a51-9f0e-2f1d5c1b7a90-1")
            String id,

            @Schema(example = "1") int attempt,
            PaymentStatus status,
            @Schema(example = "sim-approve") String method,
            MoneyBody amount,

            @Nullable @Schema(description = "The provider's code of a decline")
            String reason,

            Instant requestedAt,
            Instant updatedAt) {
        static PaymentBody of(PaymentView payment) {
            return new PaymentBody(
                    payment.paymentId(),
                    payment.attempt(),
                    payment.status(),
                    payment.method(),
                    MoneyBody.of(payment.amount()),
                    payment.reason(),
                    payment.requestedAt(),
                    payment.updatedAt());
        }
    }

    @Schema(name = "OrderStatusDescription")
    record StatusBody(
            OrderStatus name, @Schema(example = "Created") String label, boolean terminal) {}
}
