package dev.daybook.order.task;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Schedules tasks as part of the transaction around; what is due runs as soon as that has committed. */
@Component
public class DurableTasks {
    private static final Logger log = LoggerFactory.getLogger(DurableTasks.class);

    // asked for late: the scheduler is built from all tasks, and some tasks schedule others
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    public DurableTasks(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Schedules a task, or schedules it anew; one that is running right now is left to it. */
    public void schedule(TaskInstance<?> task, Instant at) {
        harmlessly(() -> scheduler.getObject().schedule(task, at, ScheduleOptions.WHEN_EXISTS_RESCHEDULE));
        wakeFor(at);
    }

    /** Makes sure that a task is scheduled or running; one that exists keeps its time. */
    public void ensure(TaskInstance<?> task) {
        var now = clock.instant();
        if (scheduler.getObject().scheduleIfNotExists(task, now)) wakeFor(now);
    }

    /** Calls a task off; one that is missing, or running right now, is left as it is. */
    public void cancel(TaskInstanceId task) {
        harmlessly(() -> scheduler.getObject().cancel(task));
    }

    private static void harmlessly(Runnable change) {
        try {
            change.run();
        } catch (TaskInstanceException e) { // picked or finished in between; what it does is checked by its receiver
            log.debug("{} is already on its way", e.getInstanceId(), e);
        }
    }

    private void wakeFor(Instant at) {
        if (at.isAfter(clock.instant())) return;
        if (!(scheduler.getObject() instanceof Scheduler running)) return;
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            running.triggerCheckForDueExecutions();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                running.triggerCheckForDueExecutions();
            }
        });
    }
}
