package dev.daybook.load.http;

import static io.gatling.javaapi.core.CoreDsl.exec;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;

/** Words that some products have in their names, and one that none has. */
final class SearchingProducts implements Scenario {
    private static final List<String> WORDS =
            List.of("laptop", "book", "phone", "chair", "shirt", "game", "nosuchthing");

    @Override
    public String name() {
        return "search";
    }

    @Override
    public boolean signedIn() {
        return false;
    }

    @Override
    public ChainBuilder operation(Assignment assignment, Stopwatch stopwatch) {
        return exec(session -> session.set("word", Requests.client(session).next(WORDS, 1)))
                .exec(Requests.get("search", "/api/products?q=#{word}&limit=20"));
    }
}
