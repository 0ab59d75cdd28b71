package dev.daybook.api.order;

import dev.daybook.query.orderdetails.OrderView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** One client that follows one order. Whoever wakes it, it looks at most once at a time. */
class OrderStream {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final SseEmitter emitter;
    private final BooleanSupplier allowed;
    private final Supplier<Optional<OrderView>> source;
    private final Function<OrderView, OrderBody> bodies;
    private final JsonMapper json;

    private final AtomicInteger wishes = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    private volatile Runnable end = () -> {};
    private @Nullable String shown;

    OrderStream(
            SseEmitter emitter,
            BooleanSupplier allowed,
            Supplier<Optional<OrderView>> source,
            Function<OrderView, OrderBody> bodies,
            JsonMapper json) {
        this.emitter = emitter;
        this.allowed = allowed;
        this.source = source;
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
            anythingNew |= showWhatIsNew();
        } while (wishes.addAndGet(-granted) > 0 && !closed.get());
        return anythingNew;
    }

    void beat() throws IOException {
        synchronized (this) {
            emitter.send(SseEmitter.event().comment("still here"));
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

    private synchronized boolean showWhatIsNew() throws IOException {
        if (!allowed.getAsBoolean()) {
            complete();
            return false;
        }
        OrderView order = source.get().orElse(null);
        if (order == null) return false;
        OrderBody body = bodies.apply(order);
        if (body.version().equals(shown)) return false;
        emitter.send(SseEmitter.event().name("order").id(body.version()).data(json.writeValueAsString(body), TEXT));
        shown = body.version();
        if (body.archived()) complete();
        return true;
    }
}
