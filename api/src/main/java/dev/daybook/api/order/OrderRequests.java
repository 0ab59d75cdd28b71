package dev.daybook.api.order;

import dev.daybook.api.json.Text;
import dev.daybook.order.contract.CancellationReason;
import dev.daybook.order.contract.OrderStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What clients send about orders. */
final class OrderRequests {
    private OrderRequests() {}

    @Schema(name = "Cancellation")
    record Cancellation(
            @Schema(
                    example = "CHANGED_MIND",
                    allowableValues = {"CHANGED_MIND", "ORDERED_BY_MISTAKE", "DELIVERY_TOO_SLOW", "OTHER"})
            @Nullable
            CancellationReason reason) {}

    @Schema(name = "NewPayment")
    record NewPayment(
            @NotNull @Text(max = 50) @Schema(example = "sim-approve")
            String method) {}

    @Schema(name = "StatusChange")
    record StatusChange(
            @NotNull @Schema(example = "SHIPPING") OrderStatus status) {}
}
