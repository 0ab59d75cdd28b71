package dev.daybook.catalog.stock;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ReservationStatus;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a stock holds for which order, and what it answered those that hold nothing any more.
 *
 * <p>Open reservations are never forgotten. Dispatched orders, those taken back, and those turned away or released are
 * remembered separately, so that a crowd that comes too late does not push out the orders whose goods may still come
 * back, nor have goods come back twice.
 */
@JsonAutoDetect(fieldVisibility = ANY, getterVisibility = NONE, isGetterVisibility = NONE)
class OrdersServed {
    static final int REMEMBERED = 1_000;

    private LinkedHashMap<OrderId, Integer> reserved = new LinkedHashMap<>();
    private LinkedHashMap<OrderId, Integer> dispatched = new LinkedHashMap<>();
    private LinkedHashMap<OrderId, ReservationStatus> returned = new LinkedHashMap<>();
    private LinkedHashMap<OrderId, ReservationStatus> closed = new LinkedHashMap<>();

    void reserve(OrderId order, int quantity) {
        reserved.put(order, quantity);
    }

    void reject(OrderId order) {
        close(order, ReservationStatus.REJECTED);
    }

    void dispatch(OrderId order) {
        Integer quantity = reserved.remove(order);
        if (quantity == null) return;
        dispatched.put(order, quantity);
        forgetOldest(dispatched);
    }

    void release(OrderId order) {
        reserved.remove(order);
        close(order, ReservationStatus.UNDONE);
    }

    void takeBack(OrderId order) {
        dispatched.remove(order);
        returned.put(order, ReservationStatus.UNDONE);
        forgetOldest(returned);
    }

    /** What holds for the order; null when it is unknown, or finished so long ago that it is forgotten. */
    @Nullable
    ReservationStatus statusOf(OrderId order) {
        if (reserved.containsKey(order)) return ReservationStatus.RESERVED;
        if (dispatched.containsKey(order)) return ReservationStatus.DISPATCHED;
        return returned.getOrDefault(order, closed.get(order));
    }

    int reservedFor(OrderId order) {
        return reserved.getOrDefault(order, 0);
    }

    int dispatchedFor(OrderId order) {
        return dispatched.getOrDefault(order, 0);
    }

    /** All that is reserved; never more than is on hand, so it fits. */
    int reserved() {
        return reserved.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** All that was dispatched and may come back. */
    long dispatched() {
        return dispatched.values().stream().mapToLong(Integer::longValue).sum();
    }

    private void close(OrderId order, ReservationStatus status) {
        closed.put(order, status);
        forgetOldest(closed);
    }

    private static void forgetOldest(LinkedHashMap<OrderId, ?> orders) {
        if (orders.size() > REMEMBERED) orders.pollFirstEntry();
    }
}
