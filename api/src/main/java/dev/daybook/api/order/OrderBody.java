package dev.daybook.api.order;

import dev.daybook.api.json.MoneyBody;
import dev.daybook.order.contract.CancellationReason;
import dev.daybook.order.contract.OrderLine;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.order.contract.PaymentStatus;
import dev.daybook.query.orderdetails.OrderView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param payment the latest attempt
 * @param version the order's sequence and the number of its payments' events
 */
@Schema(name = "Order")
public record OrderBody(
        @Schema(example = "order-0198c5a2-6f3e-7a51-9f0e-2f1d5c1b7a90")
        String id,

        @Schema(example = "user-0198c5a2-6f3e-7a51-9f0e-2f1d5c1b7a90")
        String customerId,

        OrderStatus status,
        @Schema(example = "Created") String statusLabel,
        List<Item> items,
        MoneyBody total,
        @Nullable Payment payment,
        @Nullable Step nextStep,
        @Nullable Cancellation cancellation,
        boolean flagged,
        Instant createdAt,
        Instant updatedAt,
        boolean archived,
        @Schema(example = "4.2") String version) {
    /** One product of an order, as sold. */
    @Schema(name = "OrderItem")
    public record Item(
            @Schema(example = "product-0198c5a2-6f3e-7a51-9f0e-2f1d5c1b7a90")
            String productId,

            @Schema(example = "Laptop") String name,
            MoneyBody unitPrice,
            @Schema(example = "2") int quantity,
            MoneyBody lineTotal) {
        static Item of(OrderLine line) {
            return new Item(
                    line.productId().value(),
                    line.name(),
                    MoneyBody.of(line.unitPrice()),
                    line.quantity(),
                    MoneyBody.of(line.lineTotal()));
        }
    }

    /** How it is paid. */
    @Schema(name = "OrderPayment")
    public record Payment(
            @Schema(example = "payment-0198c5a2-6f3e-7a51-9f0e-2f1d5c1b7a90-1")
            String id,

            PaymentStatus status,
            @Schema(example = "sim-approve") String method) {}

    /** What happens next by itself. */
    @Schema(name = "OrderStep")
    public record Step(OrderView.NextStep.What what, Instant dueAt) {}

    /** Why, by whom (CUSTOMER, ADMIN or SYSTEM) and when it was called off. */
    @Schema(name = "OrderCancellation")
    public record Cancellation(
            CancellationReason reason,

            @Schema(
                    example = "CUSTOMER",
                    allowableValues = {"CUSTOMER", "ADMIN", "SYSTEM"})
            String by,

            Instant at) {}

    static OrderBody of(OrderView order, String statusLabel) {
        var attempts = order.payments();
        return new OrderBody(
                order.orderId(),
                order.customerId(),
                order.status(),
                statusLabel,
                order.items().stream().map(Item::of).toList(),
                MoneyBody.of(order.total()),
                attempts.isEmpty() ? null : payment(attempts.getLast()),
                step(order.nextStep()),
                cancellation(order.cancellation()),
                order.flagged(),
                order.createdAt(),
                order.updatedAt(),
                order.archived(),
                version(order));
    }

    static String version(OrderView order) {
        return order.sequence() + "." + order.paymentsVersion();
    }

    /** The version as an entity tag. */
    public String etag() {
        return "\"" + version + "\"";
    }

    private static Payment payment(OrderView.PaymentView attempt) {
        return new Payment(attempt.paymentId(), attempt.status(), attempt.method());
    }

    private static @Nullable Step step(OrderView.@Nullable NextStep next) {
        return next == null ? null : new Step(next.what(), next.dueAt());
    }

    private static @Nullable Cancellation cancellation(OrderView.@Nullable Cancellation cancellation) {
        return cancellation == null
                ? null
                : new Cancellation(
                        cancellation.reason(), cancellation.by().kind().name(), cancellation.at());
    }
}
