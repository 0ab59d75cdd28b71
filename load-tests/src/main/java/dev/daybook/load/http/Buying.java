package dev.daybook.load.http;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.UUID;

/** From checkout until the order is seen to be processed, or called off. */
final class Buying {
    private static final Duration BEFORE_A_REPEAT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ORDER = "order";
    private static final String STATUS = "status";
    private static final String UNTIL = "until";

    private Buying() {}

    /** As a client should under load: what was put off (503), or is not visible yet (202), is asked again with the same key. */
    static ChainBuilder checkOut(Stopwatch stopwatch) {
        return exec(session -> session.remove(ORDER)
                        .set("key", UUID.randomUUID().toString())
                        .set(UNTIL, System.nanoTime() + PATIENCE.toNanos()))
                .exec(asLongAs(session -> !session.contains(ORDER) && hasTime(session))
                        .on(
                                exec(Requests.post(
                                                "check out",
                                                "/api/cart/checkout",
                                                "{\"paymentMethod\":\"sim-approve\"}")
                                        .header("Idempotency-Key", "#{key}")
                                        .check(status().in(201, 202, 503))
                                        .checkIf((answer, session) ->
                                                answer.status().code() == 201)
                                        .then(
                                                jsonPath("$.id").saveAs(ORDER),
                                                jsonPath("$.status").saveAs(STATUS))),
                                doIf(session -> !session.contains(ORDER))
                                        .then(
                                                exec(session -> {
                                                    stopwatch.count("repeats");
                                                    return session;
                                                }),
                                                pause(BEFORE_A_REPEAT))))
                .exec(session -> session.contains(ORDER) ? session : session.markAsFailed());
    }

    /** Looks again and again. */
    static ChainBuilder awaitProcessing(Duration poll, Stopwatch stopwatch) {
        return awaitDecision(poll, stopwatch)
                .exec(session -> "CANCELLED".equals(session.getString(STATUS)) ? session.markAsFailed() : session);
    }

    static ChainBuilder awaitDecision(Duration poll, Stopwatch stopwatch) {
        return exec(asLongAs(session -> "CREATED".equals(session.getString(STATUS)) && hasTime(session))
                        .on(
                                pause(poll),
                                exec(session -> {
                                    stopwatch.count("polls");
                                    return session;
                                }),
                                exec(Requests.getOwn("look at the order", "/api/orders/#{" + ORDER + "}")
                                        .check(jsonPath("$.status").saveAs(STATUS)))))
                .exec(session -> "CREATED".equals(session.getString(STATUS)) ? session.markAsFailed() : session);
    }

    private static boolean hasTime(Session session) {
        return !session.isFailed() && System.nanoTime() < session.getLong(UNTIL);
    }

    /** Leaves out what comes after a failure. */
    static ChainBuilder inOrder(ChainBuilder steps) {
        return exitBlockOnFail().on(steps);
    }
}
