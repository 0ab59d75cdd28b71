package dev.daybook.api.order;

import dev.daybook.query.orderdetails.OrderView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** One client that follows orders. Whoever wakes it, it looks at most once at a time. */
abstract class OrderStream {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final SseEmitter emitter;
    private final BooleanSupplier allowed;
    private final Function<OrderView, OrderBody> bodies;
    private final JsonMapper json;

    private final AtomicInteger wishes = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    private volatile Runnable end = () -> {};

    OrderStream(SseEmitter emitter, BooleanSupplier allowed, Function<OrderView, OrderBody> bodies, JsonMapper json) {
        this.emitter = emitter;
        this.allowed = allowed;
        this.bodies = bodies;
        this.json = json;
    }

    /** Notes that somebody wants it to look; true when nobody else is looking, so that the caller must. */
    boolean wish() {
        return !closed.get() && wishes.getAndIncrement() == 0;
    }

    /** Looks until there is no wish left; tells whether anything new was shown. Ends when its client may not look any more. */
    boolean look() throws IOException {
        boolean anythingNew = false;
        int granted;
        do {
            granted = wishes.get();
            synchronized (this) {
                anythingNew |= showWhatIsNew();
            }
        } while (wishes.addAndGet(-granted) > 0 && !closed.get());
        return anythingNew;
    }

    void say(String comment) throws IOException {
        synchronized (this) {
            emitter.send(SseEmitter.event().comment(comment));
        }
    }

    /** Ends the stream; true the first time. */
    boolean close() {
        return closed.compareAndSet(false, true);
    }

    boolean isClosed() {
        return closed.get();
    }

    /** Lets go of what the stream holds, also when its client has not been connected yet. */
    void complete() {
        end.run();
        emitter.complete();
    }

    void onEnd(Runnable end) {
        this.end = end;
    }

    /** Tells whether there was anything new. */
    abstract boolean showWhatIsNew() throws IOException;

    /** Whether its client may still look; if not, the stream ends. */
    boolean mayGoOn() {
        boolean may = allowed.getAsBoolean();
        if (!may) complete();
        return may;
    }

    void show(OrderView order) throws IOException {
        OrderBody body = bodies.apply(order);
        emitter.send(SseEmitter.event().name("order").id(body.version()).data(json.writeValueAsString(body), TEXT));
    }
}
