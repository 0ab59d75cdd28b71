package dev.daybook.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.catalog.contract.OrderId;
import dev.daybook.order.contract.OrderCommand.ArchiveOrder;
import dev.daybook.order.contract.OrderRefusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.axonframework.monitoring.MessageMonitor.MonitorCallback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MeasuringCommandsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CommandMetrics metrics = new CommandMetrics(meters);

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(OrderRefusal.STEP_NOT_POSSIBLE.because("it is over"), "refused"),
                Arguments.of(new AggregateNotFoundException("order-1", "there is none"), "refused"),
                Arguments.of(new ConflictingAggregateVersionException("order-1", 1, 2), "refused"),
                Arguments.of(new ConcurrencyException("somebody was faster"), "collided"),
                Arguments.of(new IllegalStateException(new SQLException("deadlock", "40001")), "collided"),
                Arguments.of(new CommandExecutionException("a bug", null), "failed"),
                Arguments.of(new IllegalStateException("a bug"), "failed"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsRefusalsCollisionsAndFailuresApart(Throwable failure, String outcome) {
        ingest().reportFailure(failure);

        assertThat(count(outcome)).isEqualTo(1);
    }

    @Test
    void countsWhatWasDone() {
        ingest().reportSuccess();
        ingest().reportSuccess();

        assertThat(count("done")).isEqualTo(2);
    }

    private MonitorCallback ingest() {
        return metrics.onMessageIngested(
                GenericCommandMessage.asCommandMessage(new ArchiveOrder(new OrderId("order-1"))));
    }

    private long count(String outcome) {
        return meters.get("daybook.command.duration")
                .tags("command", "ArchiveOrder", "outcome", outcome)
                .timer()
                .count();
    }
}
