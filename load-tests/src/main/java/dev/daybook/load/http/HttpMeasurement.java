package dev.daybook.load.http;

import dev.daybook.load.figure.Figure;
import dev.daybook.load.figure.Machine;
import dev.daybook.load.figure.Memory;
import dev.daybook.load.trial.Daybook;
import dev.daybook.load.trial.Measurement;
import dev.daybook.load.trial.Shop;
import dev.daybook.load.trial.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        List<Figure> figures = new ArrayList<>();
        for (int orders : scenario.orders(trial.settings())) {
            if (orders > 0) trial.generateOrders(orders);
            figures.add(measure(trial, orders));
        }
        return figures;
    }

    private Figure measure(Trial trial, int orders) {
        try (Daybook daybook = trial.launch().awaitServing()) {
            if (orders > 0) daybook.views().awaitCurrent();
            Shop shop = daybook.shop();
            int clients = scenario.clients(trial.clients());
            Assignment assignment = new Assignment(
                    name(),
                    daybook.base().toString(),
                    clients,
                    trial.settings().warmUp(),
                    trial.settings().measured(),
                    trial.settings().poll(),
                    scenario.signedIn() ? shop.customers(clients) : List.of(),
                    scenario.seed(shop),
                    daybook.pid(),
                    daybook.databasePid(),
                    trial.folder().resolve("outcome.json"));
            double load = Machine.load();
            Outcome outcome = Gatling.run(assignment, trial);
            Map<String, Object> more = new TreeMap<>(outcome.more());
            more.putAll(scenario.inspect(shop, assignment.products()));
            if (orders > 0) more.put("orders", orders);
            return new Figure(
                    name(),
                    trial.engine(),
                    clients,
                    outcome.seconds(),
                    outcome.operations(),
                    Figure.rate(outcome.operations(), outcome.seconds()),
                    outcome.errors(),
                    outcome.ms(),
                    outcome.cpuMsPerOperation(),
                    Memory.of(daybook.pid()).now(),
                    load,
                    more,
                    Instant.now());
        }
    }
}
