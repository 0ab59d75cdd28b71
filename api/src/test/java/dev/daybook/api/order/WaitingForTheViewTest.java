package dev.daybook.api.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.api.order.AllOrdersStream.Look;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.query.OrderChanges.Change;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

class WaitingForTheViewTest {
    private static final OrderId LATE = new OrderId("order-late");
    private static final OrderId NEXT = new OrderId("order-next");

    private final Queue<Look> scheduled = new ArrayDeque<>();
    private final List<OrderId> asked = new ArrayList<>();
    private boolean concerning = true;

    private final AllOrdersStream stream = new AllOrdersStream(
            new SseEmitter(),
            () -> true,
            order -> concerning,
            order -> {
                asked.add(order);
                return Optional.empty();
            },
            order -> true,
            order -> {
                throw new AssertionError("There is nothing to show.");
            },
            JsonMapper.shared(),
            (self, look) -> scheduled.add(look));

    @BeforeEach
    void open() {
        stream.onEnd(stream::close);
    }

    @Test
    void endsOnceAChangeWasWaitedForTooLong() throws IOException {
        stream.changed(change(LATE));

        Duration waited = Duration.ZERO;
        while (!scheduled.isEmpty()) {
            assertThat(stream.isClosed()).isFalse();
            Look look = scheduled.remove();
            waited = waited.plus(look.pause());
            stream.due(look);
            stream.showWhatIsNew();
        }

        assertThat(stream.isClosed()).isTrue();
        assertThat(waited).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    @Test
    void looksAtNothingMoreOnceItHasEnded() throws IOException {
        stream.changed(change(LATE));
        stream.changed(change(NEXT));
        stream.due(new Look(LATE, Duration.ofMinutes(2)));
        stream.due(new Look(NEXT, Duration.ofMillis(20)));

        stream.showWhatIsNew();

        assertThat(asked).containsExactly(LATE);
    }

    @Test
    void doesNotWaitForAnOrderThatIsSomebodyElses() throws IOException {
        concerning = false;
        stream.changed(change(LATE));
        stream.due(scheduled.remove());

        stream.showWhatIsNew();

        assertThat(asked).isEmpty();
        assertThat(scheduled).isEmpty();
        assertThat(stream.isClosed()).isFalse();
    }

    private static Change change(OrderId order) {
        return new Change(order, null, order.value(), 3);
    }
}
