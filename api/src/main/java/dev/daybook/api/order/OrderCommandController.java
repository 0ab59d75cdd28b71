package dev.daybook.api.order;

import dev.daybook.api.caller.SignedIn;
import dev.daybook.api.command.Commands;
import dev.daybook.api.command.Writes;
import dev.daybook.api.etag.IfMatch;
import dev.daybook.api.order.OrderRequests.Cancellation;
import dev.daybook.api.order.OrderRequests.NewPayment;
import dev.daybook.api.order.OrderRequests.StatusChange;
import dev.daybook.api.problem.ProblemException;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.identity.contract.Caller;
import dev.daybook.order.contract.Actor;
import dev.daybook.order.contract.CancellationReason;
import dev.daybook.order.contract.OrderCommand;
import dev.daybook.order.contract.OrderCommand.CancelOrder;
import dev.daybook.order.contract.OrderCommand.DeliverOrder;
import dev.daybook.order.contract.OrderCommand.RetryPayment;
import dev.daybook.order.contract.OrderCommand.ShipOrder;
import dev.daybook.order.contract.OrderCommand.StartProcessing;
import dev.daybook.order.contract.OrderReceipt;
import dev.daybook.order.contract.OrderRefusal;
import dev.daybook.query.orderdetails.OrderView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Orders")
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE) // refused before, not after, the command
class OrderCommandController {
    private final Commands commands;
    private final Writes writes;
    private final Orders orders;
    private final OrderBodies bodies;
    private final PaymentMethods methods;

    OrderCommandController(
            Commands commands, Writes writes, Orders orders, OrderBodies bodies, PaymentMethods methods) {
        this.commands = commands;
        this.writes = writes;
        this.orders = orders;
        this.bodies = bodies;
        this.methods = methods;
    }

    @Operation(summary = "Call an order off")
    @PutMapping("/api/orders/{id}/cancel")
    ResponseEntity<OrderBody> cancel(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Cancellation request) {
        CancellationReason reason = request == null ? null : request.reason();
        if (reason != null && reason.isSystem())
            throw ProblemException.invalid("reason", "is given by the order process only");
        return answer(
                caller,
                id,
                ifMatch,
                (order, expected) -> new CancelOrder(
                        order, reason == null ? CancellationReason.OTHER : reason, actor(caller), expected));
    }

    @Operation(summary = "Pay again after a decline")
    @PostMapping("/api/orders/{id}/payment")
    ResponseEntity<OrderBody> pay(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewPayment request) {
        return answer(
                caller,
                id,
                ifMatch,
                (order, expected) -> new RetryPayment(order, methods.known("method", request.method()), expected));
    }

    @Operation(summary = "Take the next step by hand, or cancel")
    @PutMapping("/api/orders/{id}/status")
    ResponseEntity<OrderBody> changeStatus(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody StatusChange request) {
        return answer(caller, id, ifMatch, (order, expected) -> switch (request.status()) {
            case CREATED ->
                throw ProblemException.refused(
                        OrderRefusal.STEP_NOT_POSSIBLE.name(), "An order is created by a checkout only.");
            case PROCESSING -> new StartProcessing(order, expected);
            case SHIPPING -> new ShipOrder(order, expected);
            case DELIVERED -> new DeliverOrder(order, expected);
            case CANCELLED -> new CancelOrder(order, CancellationReason.OTHER, actor(caller), expected);
        });
    }

    private ResponseEntity<OrderBody> answer(Caller caller, String id, @Nullable String ifMatch, Step step) {
        OrderView order = orders.visible(id, caller);
        var orderId = new OrderId(order.orderId());
        OrderReceipt receipt = commands.send(step.command(orderId, IfMatch.expected(ifMatch, order.sequence())));
        return writes.answer(receipt, Writes.ORDER, "/api/orders/" + orderId, () -> {
            OrderBody body = bodies.of(orders.visible(id, caller));
            return ResponseEntity.ok().eTag(body.etag()).body(body);
        });
    }

    private static Actor actor(Caller caller) {
        return new Actor(SignedIn.isAdmin(caller) ? Actor.Kind.ADMIN : Actor.Kind.CUSTOMER, caller.accountId());
    }

    /** The command that a request means for an order of an expected sequence. */
    private interface Step {
        OrderCommand command(OrderId order, @Nullable Long expected);
    }
}
