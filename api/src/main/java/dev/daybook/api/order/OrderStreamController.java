package dev.daybook.api.order;

import dev.daybook.api.caller.SignedIn;
import dev.daybook.catalog.contract.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Tag(name = "Orders")
@RestController
class OrderStreamController {
    private final Orders orders;
    private final OrderStreams streams;

    OrderStreamController(Orders orders, OrderStreams streams) {
        this.orders = orders;
        this.streams = streams;
    }

    @Operation(
            summary = "Follow an order: server-sent events named `order`, the first at once, then one at every change",
            description = "The stream ends when the order is archived, and with the access token that opened it."
                    + " The id of each event is the order's version.")
    @ApiResponse(
            responseCode = "200",
            description = "A stream of orders",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = OrderBody.class)))
    @GetMapping(path = "/api/orders/{id}/updates", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> updates(
            @Parameter(hidden = true) SignedIn signedIn, @PathVariable String id, HttpMethod method) {
        var order = new OrderId(orders.visible(id, signedIn.getPrincipal()).orderId());
        return answer(method, () -> streams.open(order, signedIn, LocaleContextHolder.getLocale()));
    }

    @Operation(
            summary = "Follow the own orders: server-sent events named `order`, one at every change from now on;"
                    + " an administrator follows everyone's",
            description = "The stream starts with a comment, and ends with the access token that opened it."
                    + " The id of each event is the order's version. When an order changes quickly, versions between"
                    + " may be left out.")
    @ApiResponse(
            responseCode = "200",
            description = "A stream of orders",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = OrderBody.class)))
    @GetMapping(path = "/api/orders/updates", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> allUpdates(@Parameter(hidden = true) SignedIn signedIn, HttpMethod method) {
        return answer(method, () -> streams.openAll(signedIn, LocaleContextHolder.getLocale()));
    }

    private static ResponseEntity<SseEmitter> answer(HttpMethod method, Supplier<SseEmitter> stream) {
        var answer = ResponseEntity.ok().header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
        // a stream that sends nothing would never notice that its client has gone
        return method == HttpMethod.HEAD
                ? answer.contentType(MediaType.TEXT_EVENT_STREAM).build()
                : answer.body(stream.get());
    }
}
