package dev.daybook.api.order;

import dev.daybook.query.orderdetails.OrderView;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** Follows one order until it is archived. */
class OneOrderStream extends OrderStream {
    private final Supplier<Optional<OrderView>> source;
    private @Nullable String shown;

    OneOrderStream(
            SseEmitter emitter,
            BooleanSupplier allowed,
            Supplier<Optional<OrderView>> source,
            Function<OrderView, OrderBody> bodies,
            JsonMapper json) {
        super(emitter, allowed, bodies, json);
        this.source = source;
    }

    @Override
    boolean showWhatIsNew() throws IOException {
        if (!mayGoOn()) return false;
        OrderView order = source.get().orElse(null);
        if (order == null) return false;
        String version = OrderBody.version(order);
        if (version.equals(shown)) return false;
        show(order);
        shown = version;
        if (order.archived()) complete();
        return true;
    }
}
