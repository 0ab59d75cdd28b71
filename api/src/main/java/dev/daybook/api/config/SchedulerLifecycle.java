package dev.daybook.api.config;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets timers and tasks fire only while commands can be handled: it starts after Axon, so that a timer that fell due
 * while Daybook was down meets its handler, and stops before it.
 */
@Component
class SchedulerLifecycle implements DbSchedulerStarter, SmartLifecycle {
    private final Scheduler scheduler;
    private final JdbcClient database;
    private final String node;
    private volatile boolean running;

    SchedulerLifecycle(Scheduler scheduler, JdbcClient database, @Value("${daybook.node-name:}") String node) {
        this.scheduler = scheduler;
        this.database = database;
        this.node = node;
    }

    @Override
    public void doStart() {
        if (!node.isEmpty()) releaseWhatIHadPicked();
        scheduler.start();
        running = true;
    }

    /** What a process of this name had picked when it was killed runs now, rather than after its missed heartbeats. */
    private void releaseWhatIHadPicked() {
        database.sql("""
                update scheduled_tasks
                set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                where picked = true and picked_by = ?""").param(node).update();
    }

    @Override
    public void start() {
        doStart();
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
