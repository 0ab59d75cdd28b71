package dev.daybook.order.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.daybook.testing.OnBothEngines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a scheduler that looks by itself once an hour only. */
@OnBothEngines
class SchedulingDurablyTest {
    private static final TaskDescriptor<String> TASK = TaskDescriptor.of("note", String.class);

    private final TaskDatabase database = new TaskDatabase();
    private final List<String> noted = new CopyOnWriteArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final Scheduler scheduler = Scheduler.create(
                    database.dataSource(), Tasks.oneTime(TASK).execute((instance, context) -> note(instance.getData())))
            .pollingInterval(Duration.ofHours(1))
            .shutdownMaxWait(Duration.ofSeconds(1))
            .build();
    private final DurableTasks tasks = database.tasks(scheduler, Clock.systemUTC());

    @AfterEach
    void close() {
        mayEnd.countDown();
        scheduler.stop();
    }

    @Test
    void runsWhatIsDueAsSoonAsTheTransactionHasCommitted() {
        scheduler.start();
        await("the scheduler has looked once")
                .until(() -> scheduler.getSchedulerState().isStarted());

        database.transactions()
                .executeWithoutResult(transaction ->
                        tasks.schedule(TASK.instance("1").data("due").build(), Instant.now()));

        await("the task ran").untilAsserted(() -> assertThat(noted).containsExactly("due"));
    }

    @Test
    void forgetsWhatWasRolledBack() {
        database.transactions().executeWithoutResult(transaction -> {
            tasks.schedule(TASK.instance("1").data("never").build(), later());
            transaction.setRollbackOnly();
        });

        assertThat(database.count()).isZero();
    }

    @Test
    void keepsWhatWasCancelledInATransactionThatRolledBack() {
        tasks.schedule(TASK.instance("1").data("kept").build(), later());

        database.transactions().executeWithoutResult(transaction -> {
            tasks.cancel(TASK.instanceId("1"));
            transaction.setRollbackOnly();
        });

        assertThat(database.count()).isOne();
    }

    @Test
    void movesWhatIsScheduledAlready() {
        tasks.schedule(TASK.instance("1").data("first").build(), later());
        var anew = later().plusSeconds(60);

        tasks.schedule(TASK.instance("1").data("second").build(), anew);

        var scheduled = scheduler.getScheduledExecution(TASK.instanceId("1")).orElseThrow();
        assertThat(scheduled.getExecutionTime()).isBetween(anew.minusMillis(1), anew.plusMillis(1));
        assertThat(scheduled.getData()).isEqualTo("second");
    }

    @Test
    void leavesWhatIsEnsuredTwice() {
        tasks.schedule(TASK.instance("1").data("first").build(), later());

        tasks.ensure(TASK.instance("1").data("second").build());

        assertThat(scheduler
                        .getScheduledExecution(TASK.instanceId("1"))
                        .orElseThrow()
                        .getData())
                .isEqualTo("first");
    }

    @Test
    void doesNotMindCancellingWhatIsMissing() {
        tasks.cancel(TASK.instanceId("1"));

        assertThat(database.count()).isZero();
    }

    @Test
    void leavesWhatIsRunningToItself() throws Exception {
        scheduler.start();
        tasks.schedule(TASK.instance("1").data("slow").build(), Instant.now());
        started.await();

        tasks.cancel(TASK.instanceId("1"));
        tasks.schedule(TASK.instance("1").data("again").build(), later());
        mayEnd.countDown();

        await("the task ended").untilAsserted(() -> assertThat(database.count()).isZero());
        assertThat(noted).containsExactly("slow");
    }

    private void note(String text) {
        if (text.equals("slow")) {
            started.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        noted.add(text);
    }

    private static Instant later() {
        return Instant.now().plus(Duration.ofHours(2));
    }
}
