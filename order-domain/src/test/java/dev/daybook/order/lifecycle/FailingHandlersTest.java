package dev.daybook.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.order.contract.Samples;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.saga.SagaStorageException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailingHandlersTest {
    private static final EventMessageHandler HANDLER = new Handler();
    private static final EventMessage<?> EVENT = GenericEventMessage.asEventMessage(Samples.created());

    static Exception[] transientOnes() {
        return new Exception[] {
            new ConcurrencyException("somebody was faster"),
            new AggregateStreamCreationException("somebody was faster"),
            new SagaStorageException("away"),
            new CannotCreateTransactionException("away"),
            new CannotAcquireLockException("locked"),
            new RuntimeException(new SQLTimeoutException("locked")),
            new EventStoreException("away", new SQLException("rolled back", "40001")),
        };
    }

    static Exception[] lastingOnes() {
        return new Exception[] {
            new IllegalStateException("bug"),
            new NullPointerException(),
            new DataIntegrityViolationException("too long", new SQLException("too long", "22001")),
        };
    }

    @ParameterizedTest
    @MethodSource("transientOnes")
    void areTriedAgainWhenThatMayHelp(Exception error) {
        assertThatThrownBy(() -> new LifecycleErrorHandler().onError(error, EVENT, HANDLER))
                .isSameAs(error);
    }

    @ParameterizedTest
    @MethodSource("lastingOnes")
    void doNotHoldUpOtherOrdersWhenNothingHelps(Exception error) {
        assertThatCode(() -> new LifecycleErrorHandler().onError(error, EVENT, HANDLER))
                .doesNotThrowAnyException();
    }

    private static final class Handler implements EventMessageHandler {
        @Override
        public Object handle(EventMessage<?> event) {
            return "unused";
        }
    }
}
