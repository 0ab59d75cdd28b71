package dev.daybook.order.task;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/** Tries again after {@code first}, then after twice as long, up to {@code longest}. */
public record GrowingRetry<T>(Duration first, Duration longest) implements FailureHandler<T> {
    private static final int DOUBLINGS = 20;

    @Override
    public void onFailure(ExecutionComplete failure, ExecutionOperations<T> operations) {
        operations.reschedule(
                failure, failure.getTimeDone().plus(delayAfter(failure.getExecution().consecutiveFailures)));
    }

    Duration delayAfter(int earlierFailures) {
        var delay = first.multipliedBy(1L << Math.min(earlierFailures, DOUBLINGS));
        return delay.compareTo(longest) < 0 ? delay : longest;
    }
}
