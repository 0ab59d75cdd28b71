package dev.daybook.load.http;

import dev.daybook.load.figure.Figure;
import dev.daybook.load.figure.Machine;
import dev.daybook.load.figure.Memory;
import dev.daybook.load.trial.Daybook;
import dev.daybook.load.trial.RunSettings;
import dev.daybook.load.trial.Shop;
import dev.daybook.load.trial.Trial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a scenario's clients do to a running Daybook, from the goods they need to the figure that comes of it. */
final class Load {
    private Load() {}

    /** @param about what else there is to tell of the figure */
    static Figure put(Scenario scenario, int clients, Daybook daybook, Trial trial, Map<String, Object> about) {
        Shop shop = daybook.shop();
        RunSettings settings = trial.settings();
        Assignment assignment = new Assignment(
                scenario.name(),
                daybook.base().toString(),
                clients,
                settings.warmUp(),
                settings.measured(),
                settings.poll(),
                scenario.signedIn() ? shop.customers(clients) : List.of(),
                scenario.seed(shop),
                daybook.pid(),
                daybook.databasePid(),
                trial.folder().resolve("outcome.json"));
        double load = Machine.load();
        Outcome outcome = Gatling.run(assignment, trial);
        Map<String, Object> more = new TreeMap<>(outcome.more());
        more.putAll(about);
        more.putAll(scenario.inspect(shop, assignment.products()));
        return new Figure(
                scenario.name(),
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
