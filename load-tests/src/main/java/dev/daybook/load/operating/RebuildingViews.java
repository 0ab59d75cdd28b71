package dev.daybook.load.operating;

import dev.daybook.load.figure.Cpu;
import dev.daybook.load.figure.CpuTime;
import dev.daybook.load.figure.Figure;
import dev.daybook.load.figure.Latency;
import dev.daybook.load.figure.Machine;
import dev.daybook.load.figure.Memory;
import dev.daybook.load.trial.Daybook;
import dev.daybook.load.trial.Measurement;
import dev.daybook.load.trial.Trial;
import dev.daybook.load.trial.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Each view made anew from all events, one after the other, while nothing else happens. */
public final class RebuildingViews implements Measurement {
    @Override
    public String name() {
        return "replay";
    }

    @Override
    public boolean dependsOnClients() {
        return false;
    }

    @Override
    public List<Figure> measure(Trial trial) {
        List<Figure> figures = new ArrayList<>();
        for (int orders : trial.settings().orders()) {
            trial.generateOrders(orders);
            try (Daybook daybook = trial.launch().awaitReady()) {
                Views views = daybook.views();
                views.awaitCurrent();
                for (String view : views.all().keySet()) figures.add(rebuild(view, views, daybook, trial, orders));
            }
        }
        return figures;
    }

    private static Figure rebuild(String view, Views views, Daybook daybook, Trial trial, int orders) {
        long events = views.events();
        double load = Machine.load();
        long serverBefore = CpuTime.of(daybook.pid()).toNanos();
        long databaseBefore = daybook.databaseCpu().toNanos();
        long startedAt = System.nanoTime();
        views.rebuild(view);
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        return new Figure(
                "replay-" + view,
                trial.engine(),
                1,
                seconds,
                events,
                Figure.rate(events, seconds),
                0,
                Latency.NONE,
                Cpu.perOperation(
                        events,
                        CpuTime.of(daybook.pid()).toNanos() - serverBefore,
                        daybook.databaseCpu().toNanos() - databaseBefore,
                        0),
                Memory.of(daybook.pid()).now(),
                load,
                Map.of("orders", orders),
                Instant.now());
    }
}
