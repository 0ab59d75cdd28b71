package dev.daybook.order.lifecycle;

import static dev.daybook.order.contract.Samples.MOUSE;
import static dev.daybook.order.contract.Samples.ORDER;
import static dev.daybook.order.contract.Samples.at;
import static dev.daybook.order.contract.Samples.captured;
import static dev.daybook.order.contract.Samples.created;
import static dev.daybook.order.contract.Samples.declined;
import static dev.daybook.order.contract.Samples.paymentRetried;
import static dev.daybook.order.contract.Samples.processingStarted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.catalog.contract.ConcernsOrder;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.StockEvent.StockReserved;
import dev.daybook.order.contract.OrderReceipt;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.order.task.Sender;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.utils.RecordingCommandBus;
import org.junit.jupiter.api.Test;

class KeepingTheProcessTest {
    private final Jackson3Serializer serializer = Jackson3Serializer.builder().build();

    @Test
    void restoresWhatItKnew() {
        var progress = new OrderProgress();
        for (var event : List.<ConcernsOrder>of(
                created(),
                new StockReserved(MOUSE, ORDER, 2, at(0)),
                declined(1),
                paymentRetried(2),
                captured(2),
                processingStarted())) progress.learn(event);

        assertThat(restored(progress)).usingRecursiveComparison().isEqualTo(progress);
    }

    @Test
    void restoresTheTimerItWaitsFor() {
        var bus = new RecordingCommandBus();
        bus.setCallbackBehavior((command, metadata) -> new OrderReceipt(ORDER, 0, OrderStatus.CREATED));
        var gateway = DefaultCommandGateway.builder().commandBus(bus).build();
        var saga = new OrderLifecycle();
        saga.on(
                created(),
                new StepByStep(new Sender(gateway, "test")),
                new NoTimers(),
                Clock.fixed(at(0), ZoneOffset.UTC));

        var restored = restored(saga);

        assertThat(restored).usingRecursiveComparison().isEqualTo(saga);
        assertThat(restored).extracting("timer").isNotNull();
    }

    private <T> T restored(T original) {
        return serializer.deserialize(serializer.serialize(original, byte[].class));
    }

    private static final class NoTimers implements OrderTimers {
        @Override
        public void schedule(OrderId order, OrderLifecycle.Step step, Instant dueAt) {}

        @Override
        public void cancel(OrderId order, OrderLifecycle.Step step) {}
    }
}
