package dev.daybook.api.order;

import dev.daybook.catalog.contract.OrderId;
import dev.daybook.query.OrderChanges.Change;
import dev.daybook.query.orderdetails.OrderView;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows all orders that its client may see. However often an order changes, at most one look at it is waiting; it is
 * repeated at growing distances until the view shows the newest change.
 */
class AllOrdersStream extends OrderStream {
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_REMEMBERED = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Predicate<OrderId> concerning;
    private final Function<OrderId, Optional<OrderView>> source;
    private final Predicate<OrderView> visible;
    private final BiConsumer<AllOrdersStream, Look> schedule;

    /** The newest change of each order that is to be looked at. */
    private final Map<OrderId, Change> waiting = new ConcurrentHashMap<>();

    private final Queue<Look> due = new ConcurrentLinkedQueue<>();

    /** What was shown last, for the view may be ahead of a change that is told afterwards. */
    private final SequencedMap<OrderId, String> shown = new LinkedHashMap<>();

    AllOrdersStream(
            SseEmitter emitter,
            BooleanSupplier allowed,
            Predicate<OrderId> concerning,
            Function<OrderId, Optional<OrderView>> source,
            Predicate<OrderView> visible,
            Function<OrderView, OrderBody> bodies,
            JsonMapper json,
            BiConsumer<AllOrdersStream, Look> schedule) {
        super(emitter, allowed, bodies, json);
        this.concerning = concerning;
        this.source = source;
        this.visible = visible;
        this.schedule = schedule;
    }

    /** Sees to it that the order is looked at soon. */
    void changed(Change change) {
        if (waiting.put(change.order(), change) == null) schedule.accept(this, Look.first(change.order()));
    }

    /** Whether more orders wait than its client will catch up with. */
    boolean isOverrun() {
        return waiting.size() > MOST_WAITING;
    }

    void due(Look look) {
        due.add(look);
    }

    @Override
    boolean showWhatIsNew() throws IOException {
        boolean anythingNew = false;
        while (!isClosed() && mayGoOn()) {
            Look look = due.poll();
            if (look == null) break;
            anythingNew |= look(look);
        }
        return anythingNew;
    }

    private boolean look(Look look) throws IOException {
        OrderId id = look.order();
        Change change = waiting.get(id);
        if (change == null || !concerning.test(id)) return passOver(id);
        OrderView order = source.apply(id).orElse(null);
        if (order != null && !visible.test(order)) return passOver(id);
        boolean current = order != null && order.shows(change.aggregateId(), change.sequence());
        // what the view shows of an order not shown before, and late, the client may have long since
        boolean anythingNew = order != null && (current || shown.containsKey(id)) && showOnce(id, order);
        // coming again, its client reads anew what was not shown in time
        if (!current && look.pause().compareTo(PATIENCE) > 0) complete();
        else if (!current) schedule.accept(this, look.again());
        else if (!waiting.remove(id, change)) schedule.accept(this, Look.first(id));
        return anythingNew;
    }

    private boolean passOver(OrderId id) {
        waiting.remove(id);
        return false;
    }

    private boolean showOnce(OrderId id, OrderView order) throws IOException {
        String version = OrderBody.version(order);
        if (version.equals(shown.putLast(id, version))) return false;
        if (shown.size() > MOST_REMEMBERED) shown.pollFirstEntry();
        show(order);
        return true;
    }

    /** A look at an order, so long after it was decided on. */
    record Look(OrderId order, Duration pause) {
        private static final Duration FIRST = Duration.ofMillis(20);

        static Look first(OrderId order) {
            return new Look(order, FIRST);
        }

        Look again() {
            return new Look(order, pause.multipliedBy(2));
        }
    }
}
