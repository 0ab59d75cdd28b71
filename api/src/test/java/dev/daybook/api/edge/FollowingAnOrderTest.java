package dev.daybook.api.edge;

import static dev.daybook.api.edge.Updates.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.catalog.contract.OrderId;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Scanner;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@EdgeTest
@TestPropertySource(properties = {"daybook.order-updates.max-per-user=2", "daybook.order-updates.heartbeat=300ms"})
class FollowingAnOrderTest {
    private static final OrderId ORDER = new OrderId("order-followed");

    @LocalServerPort
    int port;

    @Autowired
    MadeUpDomain domain;

    @BeforeEach
    void startAfresh() {
        domain.orders.put(ORDER.value(), MadeUpDomain.order(ORDER, "user-ada", 2));
    }

    @Test
    void showsTheOrderAtOnceAndAtEveryChangeAndEndsWhenItIsArchived() throws Exception {
        try (Scanner lines = new Scanner(follow("ada").body())) {
            assertThat(next(lines)).containsExactly("event:order", "id:2.0", "CREATED");

            domain.orders.put(ORDER.value(), MadeUpDomain.order(ORDER, "user-ada", 3));
            Edge.LISTENERS.get(ORDER).forEach(Runnable::run);
            assertThat(next(lines)).containsExactly("event:order", "id:3.0", "CREATED");

            domain.orders.put(ORDER.value(), MadeUpDomain.archived(ORDER, "user-ada", 4));
            // nobody signals: the heartbeat looks for itself
            assertThat(next(lines)).containsExactly("event:order", "id:4.0", "CREATED");
            assertThat(lines.hasNextLine()).isFalse();
        }
        await("the subscription to be closed")
                .untilAsserted(() -> assertThat(Edge.LISTENERS.get(ORDER)).isEmpty());
    }

    @Test
    void letsAnAccountFollowSoManyAtOnceAndMoreOnceOneHasGone() throws Exception {
        HttpResponse<InputStream> first = follow("ada");
        try (InputStream second = follow("ada").body()) {
            HttpResponse<InputStream> third = follow("ada");
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            first.body().close();
            await("the place of the one that has gone").untilAsserted(() -> {
                HttpResponse<InputStream> fourth = follow("ada");
                fourth.body().close();
                assertThat(fourth.statusCode()).isEqualTo(200);
            });
            assertThat(second.read()).isPositive();
        }
        await("every subscription to be closed")
                .untilAsserted(() -> assertThat(Edge.LISTENERS.get(ORDER)).isEmpty());
    }

    @Test
    void endsWithTheSessionThatItWasOpenedIn() throws Exception {
        try (Scanner lines = new Scanner(follow("ada").body())) {
            assertThat(next(lines)).containsExactly("event:order", "id:2.0", "CREATED");

            Edge.ENDED.add("ada");
            domain.orders.put(ORDER.value(), MadeUpDomain.order(ORDER, "user-ada", 3));
            Edge.LISTENERS.get(ORDER).forEach(Runnable::run);
            while (lines.hasNextLine())
                assertThat(lines.nextLine()).as("not the change").doesNotStartWith("event:");
        } finally {
            Edge.ENDED.clear();
        }
    }

    @Test
    void opensNothingForWhoOnlyAsksForTheHead() {
        assertThat(EdgeClient.anyone(port)
                        .as("ada")
                        .send("HEAD", "/api/orders/" + ORDER + "/updates", null)
                        .status())
                .isEqualTo(200);
        assertThat(Edge.LISTENERS.getOrDefault(ORDER, Set.of())).isEmpty();
    }

    private HttpResponse<InputStream> follow(String token) throws IOException, InterruptedException {
        return Updates.follow(port, "/api/orders/" + ORDER + "/updates", token);
    }
}
