package dev.daybook.query.audittrail;

import dev.daybook.cart.contract.CartEvent;
import dev.daybook.cart.contract.CartEvent.CartCheckedOut;
import dev.daybook.cart.contract.CartEvent.CartCleared;
import dev.daybook.cart.contract.CartEvent.CartItemAdded;
import dev.daybook.cart.contract.CartEvent.CartItemQuantityChanged;
import dev.daybook.cart.contract.CartEvent.CartItemRemoved;
import dev.daybook.catalog.contract.StockEvent;
import dev.daybook.catalog.contract.StockEvent.StockAdjusted;
import dev.daybook.catalog.contract.StockEvent.StockDispatched;
import dev.daybook.catalog.contract.StockEvent.StockReceived;
import dev.daybook.catalog.contract.StockEvent.StockRegistered;
import dev.daybook.catalog.contract.StockEvent.StockRejected;
import dev.daybook.catalog.contract.StockEvent.StockReleased;
import dev.daybook.catalog.contract.StockEvent.StockReserved;
import dev.daybook.catalog.contract.StockEvent.StockReturned;
import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.OrderEvent.OrderArchived;
import dev.daybook.order.contract.OrderEvent.OrderCancelled;
import dev.daybook.order.contract.OrderEvent.OrderCreated;
import dev.daybook.order.contract.OrderEvent.OrderDelivered;
import dev.daybook.order.contract.OrderEvent.OrderFlagged;
import dev.daybook.order.contract.OrderEvent.OrderPaid;
import dev.daybook.order.contract.OrderEvent.OrderPaymentDeclined;
import dev.daybook.order.contract.OrderEvent.OrderPaymentRetried;
import dev.daybook.order.contract.OrderEvent.OrderProcessingStarted;
import dev.daybook.order.contract.OrderEvent.OrderShipped;
import dev.daybook.order.contract.OrderEvent.OrderStockReserved;
import dev.daybook.order.contract.PaymentEvent;
import dev.daybook.order.contract.PaymentEvent.PaymentCaptured;
import dev.daybook.order.contract.PaymentEvent.PaymentDeclined;
import dev.daybook.order.contract.PaymentEvent.PaymentRefundRequested;
import dev.daybook.order.contract.PaymentEvent.PaymentRefunded;
import dev.daybook.order.contract.PaymentEvent.PaymentRequested;
import dev.daybook.order.contract.PaymentEvent.PaymentVoided;
import java.util.Locale;

/** Events in one line of plain words. */
final class Summary {
    private Summary() {}

    static String of(OrderEvent event) {
        return switch (event) {
            case OrderCreated created ->
                "Order of %s for %s created, to be paid by %s"
                        .formatted(lines(created.items().size()), created.total(), created.paymentDueAt());
            case OrderStockReserved reserved -> "Stock reserved for every line";
            case OrderPaymentRetried retried ->
                "Payment tried again by %s (attempt %d)".formatted(retried.method(), retried.attempt());
            case OrderPaymentDeclined declined ->
                "Payment attempt %d declined: %s".formatted(declined.attempt(), declined.reason());
            case OrderPaid paid -> "Paid with attempt %d".formatted(paid.attempt());
            case OrderProcessingStarted started -> "Processing started, ships at " + started.shipsAt();
            case OrderShipped shipped -> "Shipped, to be delivered at " + shipped.deliveryDueAt();
            case OrderDelivered delivered -> "Delivered";
            case OrderCancelled cancelled ->
                "Cancelled by the %s: %s".formatted(words(cancelled.by().kind()), words(cancelled.reason()));
            case OrderArchived archived -> "Archived";
            case OrderFlagged flagged -> "Flagged, needs a person: " + flagged.reason();
        };
    }

    static String of(PaymentEvent event) {
        return switch (event) {
            case PaymentRequested requested ->
                "Payment of %s by %s requested (attempt %d)"
                        .formatted(requested.amount(), requested.method(), requested.attempt());
            case PaymentCaptured captured ->
                "Payment of %s captured (attempt %d)".formatted(captured.amount(), captured.attempt());
            case PaymentDeclined declined ->
                "Payment declined (attempt %d): %s".formatted(declined.attempt(), declined.reason());
            case PaymentVoided voided -> "Payment given up (attempt %d)".formatted(voided.attempt());
            case PaymentRefundRequested requested ->
                "Refund of %s requested (attempt %d)".formatted(requested.amount(), requested.attempt());
            case PaymentRefunded refunded ->
                "Refund of %s made (attempt %d)".formatted(refunded.amount(), refunded.attempt());
        };
    }

    static String of(StockEvent event) {
        return switch (event) {
            case StockRegistered registered ->
                "Stock of %s opened with %d".formatted(registered.productId(), registered.quantity());
            case StockReceived received -> "Received %d of %s".formatted(received.quantity(), received.productId());
            case StockAdjusted adjusted ->
                "Stock of %s corrected by %+d: %s".formatted(adjusted.productId(), adjusted.delta(), adjusted.reason());
            case StockReserved reserved -> "Reserved %d of %s".formatted(reserved.quantity(), reserved.productId());
            case StockRejected rejected ->
                "Too little stock of %s: %d asked for, %d available"
                        .formatted(rejected.productId(), rejected.requested(), rejected.available());
            case StockDispatched dispatched ->
                "Dispatched %d of %s".formatted(dispatched.quantity(), dispatched.productId());
            case StockReleased released -> "Released %d of %s".formatted(released.quantity(), released.productId());
            case StockReturned returned -> "Took back %d of %s".formatted(returned.quantity(), returned.productId());
        };
    }

    static String of(CartEvent event) {
        return switch (event) {
            case CartItemAdded added ->
                "Put %d of %s into the cart, %d now".formatted(added.quantity(), added.name(), added.newQuantity());
            case CartItemQuantityChanged changed ->
                "Changed the quantity of %s to %d".formatted(changed.productId(), changed.quantity());
            case CartItemRemoved removed -> "Took %s out of the cart".formatted(removed.productId());
            case CartCleared cleared -> "Emptied the cart";
            case CartCheckedOut checkedOut ->
                "Checked out %s for %s".formatted(lines(checkedOut.items().size()), checkedOut.total());
        };
    }

    private static String lines(int count) {
        return count == 1 ? "1 line" : count + " lines";
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
