package dev.daybook.load.http;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Gatling runs: as many clients as told, each doing its next operation as soon as the last one is done; first to warm
 * up, then to be measured. Public because Gatling makes it.
 */
public final class ClosedLoop extends Simulation {
    private final Assignment assignment =
            JsonMapper.shared().readValue(Path.of(System.getProperty(Assignment.PROPERTY)), Assignment.class);
    private final List<Map<String, Object>> clients = clients();

    public ClosedLoop() {
        Scenario scenario = Scenarios.named(assignment.scenario());
        Stopwatch stopwatch = new Stopwatch(assignment);
        Stopwatch beforehand = new Stopwatch(assignment);
        ChainBuilder operation = timed(scenario.name(), scenario.operation(assignment, stopwatch), stopwatch);
        ChainBuilder warmUp = timed("warm-up", scenario.warmUp(assignment, beforehand), beforehand);
        PopulationBuilder measured = once("start", stopwatch::start)
                .andThen(clients(
                                scenario.name(),
                                scenario.isDoneOnce() ? operation : repeated(operation, assignment.measured()))
                        .andThen(once("stop", () -> write(stopwatch.stop()))));
        setUp(
                        assignment.warmUp().isZero()
                                ? measured
                                : clients("warm-up", repeated(warmUp, assignment.warmUp()))
                                        .andThen(measured))
                .protocols(http.baseUrl(assignment.base())
                        .acceptHeader("application/json")
                        // an order that has not changed is to be answered, too
                        .disableCaching());
    }

    private static ChainBuilder timed(String name, ChainBuilder operation, Stopwatch stopwatch) {
        return exec(session -> session.set("startedAt", System.nanoTime()))
                .exec(group(name).on(operation))
                .exec(session -> {
                    if (session.isFailed()) stopwatch.failed();
                    else stopwatch.succeeded(System.nanoTime() - session.getLong("startedAt"));
                    return session.markAsSucceeded();
                });
    }

    private static ChainBuilder repeated(ChainBuilder operation, Duration time) {
        return during(time, false).on(operation);
    }

    /** All at once. */
    private PopulationBuilder clients(String name, ChainBuilder work) {
        return scenario(name)
                .exec(feed(listFeeder(clients).circular()))
                .exec(work)
                .injectOpen(atOnceUsers(assignment.clients()));
    }

    private void write(Outcome outcome) {
        JsonMapper.shared().writeValue(assignment.outcome().toFile(), outcome);
    }

    private static PopulationBuilder once(String name, Runnable work) {
        return scenario(name)
                .exec(session -> {
                    work.run();
                    return session;
                })
                .injectOpen(atOnceUsers(1));
    }

    private List<Map<String, Object>> clients() {
        List<Map<String, Object>> clients = new ArrayList<>();
        for (int i = 0; i < assignment.clients(); i++)
            clients.add(Map.of(
                    Scenario.CLIENT,
                    new Client(i),
                    Scenario.TOKEN,
                    assignment.tokens().isEmpty() ? "" : assignment.tokens().get(i)));
        return clients;
    }
}
