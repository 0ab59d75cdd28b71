package dev.daybook.api.edge;

import static dev.daybook.api.edge.Updates.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.catalog.contract.OrderId;
import dev.daybook.query.OrderChanges.Change;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Scanner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@EdgeTest
@Timeout(60)
@TestPropertySource(properties = {"daybook.order-updates.max-per-user=2", "daybook.order-updates.heartbeat=300ms"})
class FollowingAllOrdersTest {
    private static final String UPDATES = "/api/orders/updates";

    @LocalServerPort
    int port;

    @Autowired
    MadeUpDomain domain;

    private final OrderId adas = new OrderId("order-" + UUID.randomUUID());
    private final OrderId adasOther = new OrderId("order-" + UUID.randomUUID());
    private final OrderId bobs = new OrderId("order-" + UUID.randomUUID());

    @BeforeEach
    void startAfresh() {
        shows(adas, "user-ada", 2);
        shows(adasOther, "user-ada", 5);
        shows(bobs, "user-bob", 7);
    }

    @AfterEach
    void awaitTheEndOfEveryStream() {
        await("every subscription to be closed")
                .untilAsserted(() -> assertThat(Edge.LISTENERS_TO_ALL).isEmpty());
        Edge.ENDED.clear();
    }

    @Test
    void showsEveryChangeOfOnesOwnOrders() throws Exception {
        try (Scanner lines = follow("ada")) {
            assertThat(lines.nextLine()).isEqualTo(":from now on");

            changes(adas, null, 2);
            assertThat(next(lines)).containsExactly("event:order", "id:2.0", "CREATED");

            changes(adasOther, null, 5);
            assertThat(next(lines)).containsExactly("event:order", "id:5.0", "CREATED");

            shows(adas, "user-ada", 3);
            changes(adas, null, 3);
            assertThat(next(lines)).containsExactly("event:order", "id:3.0", "CREATED");
        }
    }

    @Test
    void passesOverTheOrdersOfOthers() throws Exception {
        OrderId bobsNew = new OrderId("order-" + UUID.randomUUID());
        shows(bobsNew, "user-bob", 9);
        try (Scanner lines = follow("ada")) {
            changes(bobs, null, 7);
            await("the look that tells whose it is").until(() -> domain.asked.contains(bobs.value()));
            changes(bobs, null, 7);
            changes(bobsNew, "user-bob", 0);
            changes(bobsNew, null, 9);

            changes(adas, null, 2);
            assertThat(next(lines)).containsExactly("event:order", "id:2.0", "CREATED");
            assertThat(Collections.frequency(domain.asked, bobs.value())).isOne();
            assertThat(domain.asked).doesNotContain(bobsNew.value());
        }
    }

    @Test
    void asksOnceForAllStreamsWhoseAnOrderIs() throws Exception {
        try (Scanner first = follow("ada");
                Scanner second = follow("ada")) {
            changes(bobs, null, 7);
            changes(adas, null, 2);

            assertThat(next(first)).containsExactly("event:order", "id:2.0", "CREATED");
            assertThat(next(second)).containsExactly("event:order", "id:2.0", "CREATED");
            assertThat(Collections.frequency(domain.asked, bobs.value())).isOne();
        }
    }

    @Test
    void showsAnAdministratorEveryonesOrders() throws Exception {
        try (Scanner lines = follow("admin")) {
            changes(adas, "user-ada", 0);
            assertThat(next(lines)).containsExactly("event:order", "id:2.0", "CREATED");

            changes(bobs, null, 7);
            assertThat(next(lines)).containsExactly("event:order", "id:7.0", "CREATED");
        }
    }

    @Test
    void showsAnOrderOnceTheViewShowsTheChangeAndEachVersionOnce() throws Exception {
        try (Scanner lines = follow("ada")) {
            changes(adas, null, 3);
            changes(adas, null, 4);
            int before = Collections.frequency(domain.asked, adas.value());
            await("a look in vain").until(() -> Collections.frequency(domain.asked, adas.value()) > before);

            shows(adas, "user-ada", 4);
            assertThat(next(lines)).containsExactly("event:order", "id:4.0", "CREATED");

            int looks = Collections.frequency(domain.asked, adas.value());
            // an older one: a second fourth might come before the stream is done with the first, and be one with it
            changes(adas, null, 3);
            await("a look at what was shown").until(() -> Collections.frequency(domain.asked, adas.value()) > looks);
            changes(adasOther, null, 5);
            assertThat(next(lines)).containsExactly("event:order", "id:5.0", "CREATED");
        }
    }

    @Test
    void endsWithTheSessionThatItWasOpenedIn() throws Exception {
        try (Scanner lines = follow("ada")) {
            changes(adas, null, 2);
            assertThat(next(lines)).containsExactly("event:order", "id:2.0", "CREATED");

            Edge.ENDED.add("ada");
            shows(adas, "user-ada", 3);
            changes(adas, null, 3);
            while (lines.hasNextLine())
                assertThat(lines.nextLine()).as("not the change").doesNotStartWith("event:");
        }
    }

    @Test
    void countsAmongTheStreamsOfTheAccount() throws Exception {
        try (Scanner first = follow("ada");
                InputStream second = Updates.follow(port, "/api/orders/" + adas + "/updates", "ada")
                        .body()) {
            HttpResponse<InputStream> third = Updates.follow(port, UPDATES, "ada");
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(first.nextLine()).startsWith(":");
            assertThat(second.read()).isPositive();
        }
    }

    @Test
    void isForThoseSignedInAndOpensNothingForWhoOnlyAsksForTheHead() {
        assertThat(EdgeClient.anyone(port).send("GET", UPDATES, null).status()).isEqualTo(401);
        assertThat(EdgeClient.anyone(port).as("ada").send("HEAD", UPDATES, null).status())
                .isEqualTo(200);
        assertThat(Edge.LISTENERS_TO_ALL).isEmpty();
    }

    private Scanner follow(String token) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = Updates.follow(port, UPDATES, token);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Scanner(answer.body());
    }

    private void shows(OrderId order, String customer, long sequence) {
        domain.orders.put(order.value(), MadeUpDomain.order(order, customer, sequence));
    }

    private static void changes(OrderId order, @Nullable String customer, long sequence) {
        var change = new Change(order, customer, order.value(), sequence);
        Edge.LISTENERS_TO_ALL.forEach(listener -> listener.accept(change));
    }
}
