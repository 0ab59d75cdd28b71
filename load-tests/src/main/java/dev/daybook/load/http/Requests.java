package dev.daybook.load.http;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

/** Requests that several scenarios make; what is in the session they name as {@code #{name}}. */
final class Requests {
    private static final String BEARER = "Bearer #{" + Scenario.TOKEN + "}";

    private Requests() {}

    static HttpRequestActionBuilder get(String name, String path) {
        return http(name).get(path).check(status().is(200));
    }

    static HttpRequestActionBuilder getOwn(String name, String path) {
        return get(name, path).header("Authorization", BEARER);
    }

    static HttpRequestActionBuilder post(String name, String path, String body) {
        return http(name)
                .post(path)
                .header("Authorization", BEARER)
                .header("Content-Type", "application/json")
                .body(StringBody(body));
    }

    /** One piece of the product whose id the session has under this name; the cart in return, or word that it comes later. */
    static ChainBuilder addItem(String productId, Stopwatch stopwatch) {
        return exec(post("add an item", "/api/cart/items", "{\"productId\":\"#{" + productId + "}\",\"quantity\":1}")
                        .check(status().in(200, 202).saveAs("added")))
                .exec(session -> countLate(session, "added", stopwatch));
    }

    /** A change that the view does not show yet, by the status that the session has under this name, has been made. */
    static Session countLate(Session session, String status, Stopwatch stopwatch) {
        if (!session.isFailed() && session.getInt(status) == 202) stopwatch.count("late");
        return session;
    }

    static Client client(Session session) {
        return session.get(Scenario.CLIENT);
    }
}
