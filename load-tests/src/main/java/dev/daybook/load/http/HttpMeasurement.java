package dev.daybook.load.http;

import dev.daybook.load.figure.Figure;
import dev.daybook.load.trial.Daybook;
import dev.daybook.load.trial.Measurement;
import dev.daybook.load.trial.Trial;
import java.util.List;
import java.util.Map;

/** Puts the load of a scenario on a Daybook. */
record HttpMeasurement(Scenario scenario) implements Measurement {
    @Override
    public String name() {
        return scenario.name();
    }

    @Override
    public boolean dependsOnClients() {
        return scenario.clients(1) == 1;
    }

    @Override
    public List<Figure> measure(Trial trial) {
        try (Daybook daybook = trial.launch().awaitReady()) {
            return List.of(Load.put(scenario, scenario.clients(trial.clients()), daybook, trial, Map.of()));
        }
    }
}
