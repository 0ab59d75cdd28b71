package dev.daybook.load.http;

import dev.daybook.load.trial.Processes;
import dev.daybook.load.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Gatling in a process of its own, so that its CPU time is not taken for anyone else's. */
final class Gatling {
    /** To start, to let the last operations end, and to write the report. */
    private static final Duration BESIDES = Duration.ofMinutes(3);

    private static final String LOG = "gatling.log";

    private Gatling() {}

    static Outcome run(Assignment assignment, Trial trial) {
        Path reports = trial.settings().target().resolve("gatling");
        Path file = trial.folder().resolve("assignment.json");
        JsonMapper.shared().writeValue(file.toFile(), assignment);
        Process process = Processes.java(
                trial.folder(),
                LOG,
                List.of(
                        "-Xmx512m",
                        // Netty and Gatling's own classes ask for these
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-D" + Assignment.PROPERTY + "=" + file,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.gatling.app.Gatling",
                        "--simulation",
                        ClosedLoop.class.getName(),
                        "--results-folder",
                        reports.toString(),
                        "--run-description",
                        "%s, %s, %d clients".formatted(assignment.scenario(), trial.engine(), assignment.clients())));
        boolean ended = Processes.endsWithin(
                assignment.warmUp().plus(assignment.measured()).plus(BESIDES), process);
        if (!ended || !Files.exists(assignment.outcome()))
            throw new IllegalStateException(
                    "Gatling did not do what it should, see " + trial.folder().resolve(LOG));
        Outcome outcome = JsonMapper.shared().readValue(assignment.outcome(), Outcome.class);
        try {
            Files.delete(assignment.outcome()); // the next one of the trial must not be taken for it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outcome;
    }
}
