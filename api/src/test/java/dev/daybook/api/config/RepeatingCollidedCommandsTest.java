package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatingCollidedCommandsTest {
    private static final CommandMessage<?> COMMAND = GenericCommandMessage.asCommandMessage("do it");

    private final ConcurrencyRetryScheduler retries = new ConcurrencyRetryScheduler();

    @AfterEach
    void close() {
        retries.close();
    }

    @Test
    void repeatsWhatCollidedWithAnotherEvent() {
        assertThat(isRepeated(new ConcurrencyException("two at once"), 1)).isTrue();
    }

    @Test
    void repeatsWhatCollidedWithAnAggregatesFirstEvent() {
        assertThat(isRepeated(new AggregateStreamCreationException("two firsts at once"), 1))
                .isTrue();
    }

    @Test
    void repeatsNoRefusal() {
        assertThat(isRepeated(new CommandExecutionException("refused", null), 1))
                .isFalse();
    }

    @Test
    void givesUpInTheEnd() {
        assertThat(isRepeated(new ConcurrencyException("two at once"), 8)).isFalse();
    }

    @Test
    void leavesToTheProcessWhatTheProcessSent() {
        DefaultUnitOfWork<CommandMessage<?>> unit = DefaultUnitOfWork.startAndGet(COMMAND);
        try {
            assertThat(isRepeated(new ConcurrencyException("two at once"), 1)).isFalse();
        } finally {
            unit.rollback();
        }
    }

    private boolean isRepeated(RuntimeException failure, int failures) {
        List<Class<? extends Throwable>[]> earlier = new ArrayList<>(Collections.nCopies(failures, null));
        return retries.scheduleRetry(COMMAND, failure, earlier, () -> {});
    }
}
