package dev.daybook.load;

import dev.daybook.load.figure.Figure;
import dev.daybook.load.figure.FigureBook;
import dev.daybook.load.figure.Setting;
import dev.daybook.load.floor.Floor;
import dev.daybook.load.http.Scenarios;
import dev.daybook.load.operating.RebuildingViews;
import dev.daybook.load.operating.StartingUp;
import dev.daybook.load.trial.Engine;
import dev.daybook.load.trial.Measurement;
import dev.daybook.load.trial.RunSettings;
import dev.daybook.load.trial.Trial;
import dev.daybook.load.trial.WrongSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Measures what the command line asks for, one thing after the other. */
final class LoadTester {
    /** In percent of all that was tried; above it a figure says nothing. */
    private static final double TOLERATED_FAILURES = 1;

    private static final List<Measurement> KNOWN = Stream.concat(
                    Scenarios.all().stream(), Stream.of(new RebuildingViews(), new StartingUp(), new Floor()))
            .toList();

    private final RunSettings settings;
    private final List<Measurement> chosen;
    private final List<String> failures = new ArrayList<>();

    LoadTester(RunSettings settings) {
        this.settings = settings;
        this.chosen = chosen(settings.run());
    }

    public static void main(String[] args) {
        try {
            System.exit(new LoadTester(RunSettings.of(System.getProperties())).run() ? 0 : 1);
        } catch (WrongSettingException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private boolean run() {
        for (Engine engine : settings.engines())
            for (Measurement measurement : chosen) {
                List<Integer> clients = measurement.dependsOnClients() ? settings.clients() : List.of(1);
                for (int count : clients) measure(measurement, engine, count);
            }
        failures.forEach(System.err::println);
        return failures.isEmpty();
    }

    private void measure(Measurement measurement, Engine engine, int clients) {
        String what = measurement.name() + " on " + engine
                + (measurement.dependsOnClients() ? " with " + clients + " clients" : "");
        System.out.println("— " + what);
        int failuresBefore = failures.size();
        Trial trial = Trial.begin(settings, engine, clients);
        try {
            FigureBook book = new FigureBook(
                    settings.target().resolve("figures.jsonl"),
                    Setting.here(settings.root(), versions(trial.database()), settings.options()),
                    System.out);
            for (Figure figure : measurement.measure(trial)) {
                book.write(figure);
                if (figure.failedShare() > TOLERATED_FAILURES)
                    failures.add("%s: %d of %d failed, see %s"
                            .formatted(what, figure.errors(), figure.errors() + figure.operations(), trial.folder()));
            }
        } catch (RuntimeException e) {
            e.printStackTrace();
            failures.add(what + ": " + e + ", see " + trial.folder());
        }
        if (failures.size() == failuresBefore) trial.throwAway();
    }

    private static Map<String, String> versions(String database) {
        Map<String, String> versions = new TreeMap<>(Map.of("database", database));
        for (String what : List.of("daybook", "axon", "boot", "gatling", "jmh"))
            versions.put(what, System.getProperty("load.version." + what, "unknown"));
        return versions;
    }

    static List<Measurement> chosen(List<String> names) {
        List<Measurement> chosen = new ArrayList<>();
        for (String name : names)
            chosen.add(KNOWN.stream()
                    .filter(measurement -> measurement.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new WrongSettingException("nothing to measure is called %s; there are %s"
                            .formatted(
                                    name, KNOWN.stream().map(Measurement::name).toList()))));
        if (chosen.isEmpty())
            throw new WrongSettingException("load.run is empty; there are "
                    + KNOWN.stream().map(Measurement::name).toList());
        return chosen;
    }
}
