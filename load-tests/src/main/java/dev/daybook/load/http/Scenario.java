package dev.daybook.load.http;

import dev.daybook.load.trial.Shop;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import java.util.Map;

/** What a client does over and over. */
interface Scenario {
    /** In a client's session: the {@link Client}, and its token. */
    String CLIENT = "client";

    String TOKEN = "token";

    String name();

    /** Whether clients have accounts of their own. */
    default boolean signedIn() {
        return true;
    }

    /** The ids of products that have to be there for it. */
    default List<String> seed(Shop shop) {
        return List.of();
    }

    /** How many clients there are, of as many as were asked for. */
    default int clients(int asked) {
        return asked;
    }

    /** Whether each client does it once, and that is that; otherwise over and over. */
    default boolean isDoneOnce() {
        return false;
    }

    /** What clients do before it counts: the same, unless it would be spoiled by that. */
    default ChainBuilder warmUp(Assignment assignment, Stopwatch stopwatch) {
        return operation(assignment, stopwatch);
    }

    /**
     * Looks, when all is done, whether it has come out right.
     *
     * @return what is worth telling of it
     */
    default Map<String, Object> inspect(Shop shop, List<String> products) {
        return Map.of();
    }

    /** One operation; has failed when the session has. */
    ChainBuilder operation(Assignment assignment, Stopwatch stopwatch);
}
