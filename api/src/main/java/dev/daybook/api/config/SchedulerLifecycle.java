package dev.daybook.api.config;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets timers and tasks fire only while commands can be handled: it starts after Axon, so that a timer that fell due
 * while Daybook was down meets its handler, and stops before it.
 */
@Component
class SchedulerLifecycle implements DbSchedulerStarter, SmartLifecycle {
    private final Scheduler scheduler;
    private volatile boolean running;

    SchedulerLifecycle(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void doStart() {
        scheduler.start();
        running = true;
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
