package dev.daybook.load.http;

import static io.gatling.javaapi.core.CoreDsl.exec;

import dev.daybook.load.trial.Shop;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A page of ten in the administrator's list of all orders, near its beginning or far from it. */
record PagingOrders(int page) implements Scenario {
    private static final int SIZE = 10;

    /** To get to a page quickly: nine pages at once. */
    private static final int STRIDE = 9;

    @Override
    public String name() {
        return "orders-page-" + page;
    }

    @Override
    public boolean signedIn() {
        return false;
    }

    /** Whether so many orders have this page. */
    boolean isThere(int orders) {
        return orders >= page * SIZE;
    }

    /** Not products: the administrator's token, and where the page is. */
    @Override
    public List<String> seed(Shop shop) {
        String admin = shop.administrator();
        String cursor = "";
        for (int before = page - 1; before > 0; ) {
            int pages = Math.min(before, STRIDE);
            JsonNode answer =
                    shop.get(path(pages * SIZE, cursor), admin).expect(200).json();
            cursor = answer.at("/nextCursor").asString("");
            if (cursor.isEmpty()) throw new IllegalStateException("there are fewer than " + page + " pages of orders");
            before -= pages;
        }
        return List.of(admin, path(SIZE, cursor));
    }

    @Override
    public ChainBuilder operation(Assignment assignment, Stopwatch stopwatch) {
        return exec(Requests.get("list orders", assignment.products().getLast())
                .header("Authorization", "Bearer " + assignment.products().getFirst()));
    }

    private static String path(int limit, String cursor) {
        return "/api/orders?limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
    }
}
