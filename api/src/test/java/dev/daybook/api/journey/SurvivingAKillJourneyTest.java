package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.testing.OnBothEngines;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Kills a real process, as {@code kill -9} does, in the middle of its work. */
@OnBothEngines
class SurvivingAKillJourneyTest {
    private static final int CHECKOUTS = 500;
    private static final int CLIENTS = 8;
    private static final Set<String> FINAL = Set.of("DELIVERED", "CANCELLED");

    @Test
    void everyAnsweredCheckoutExistsOnceAndReachesItsEndAndNoStockStaysReserved() throws Exception {
        try (var daybook = new DaybookProcess(
                Storage.empty(),
                "--daybook.lifecycle.processing-after=1s",
                "--daybook.lifecycle.ships-after=1s",
                "--daybook.lifecycle.delivery-min=1s",
                "--daybook.lifecycle.delivery-max=2s",
                "--daybook.lifecycle.payment-due=20s")) {
            Shop shop = daybook.awaitReady().shop();
            List<String> products = IntStream.range(0, 5)
                    .mapToObj(i -> shop.administrator().addProduct(120))
                    .toList();
            Queue<Purchase> answered = new ConcurrentLinkedQueue<>();
            var sent = new AtomicInteger();

            try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
                for (int c = 0; c < CLIENTS; c++) {
                    User customer = shop.customer();
                    clients.submit(() -> buyUntilItDies(customer, products, sent, answered));
                }
                await("half of the checkouts to be answered")
                        .atMost(Duration.ofSeconds(120))
                        .until(() -> answered.size() >= CHECKOUTS / 2);
                daybook.kill();
            }
            assertThat(answered).hasSizeBetween(CHECKOUTS / 2, CHECKOUTS - 1);

            daybook.start();
            daybook.awaitReady();
            Queue<Purchase> open = new ConcurrentLinkedQueue<>(answered);
            await("every answered order to reach its end")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> {
                        open.removeIf(purchase -> FINAL.contains(purchase.status()));
                        return open.isEmpty();
                    });

            assertThat(answered.stream().map(Purchase::order)).doesNotHaveDuplicates();
            User admin = shop.administrator();
            await("orders that were not answered to reach their end, too")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> allOrders(admin).stream()
                            .allMatch(
                                    order -> FINAL.contains(order.at("/status").asString())));
            Set<String> all = new HashSet<>();
            for (JsonNode order : allOrders(admin))
                assertThat(all.add(order.at("/id").asString())).isTrue();
            assertThat(all).containsAll(answered.stream().map(Purchase::order).toList());
            for (String product : products) {
                long sold = allOrders(admin).stream()
                        .filter(order -> order.at("/status").asString().equals("DELIVERED"))
                        .filter(order ->
                                order.at("/items/0/productId").asString().equals(product))
                        .count();
                admin.awaitStock(product, 120 - (int) sold, 0);
            }
        }
    }

    @Test
    void whatWasAnsweredLastIsThere() {
        try (var daybook = new DaybookProcess(Storage.empty())) {
            Shop shop = daybook.awaitReady().shop();
            User admin = shop.administrator();
            String product = admin.addProduct(10);
            User customer = shop.customer();
            for (int i = 0; i < 20; i++) customer.putInCart(product, 1).expect(200);
            daybook.kill();

            daybook.start();
            daybook.awaitReady();

            await("the cart with all of it")
                    .until(() -> customer.get("/api/cart")
                                    .expect(200)
                                    .json()
                                    .at("/items/0/quantity")
                                    .asInt()
                            == 20);
        }
    }

    @Test
    void timersThatFellDueWhileItWasDownFireAtOnce() {
        try (var daybook = new DaybookProcess(
                Storage.empty(),
                "--daybook.lifecycle.processing-after=0s",
                "--daybook.lifecycle.ships-after=6s",
                "--daybook.lifecycle.delivery-min=60s",
                "--daybook.lifecycle.delivery-max=60s")) {
            Shop shop = daybook.awaitReady().shop();
            User customer = shop.customer();
            String order = customer.buy(shop.administrator().addProduct(1), 1);
            JsonNode processing = customer.awaitStatus(order, "PROCESSING");
            var shipsAt =
                    java.time.Instant.parse(processing.at("/nextStep/dueAt").asString());
            daybook.kill();
            await("the timer to fall due")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> java.time.Instant.now().isAfter(shipsAt));

            daybook.start();
            daybook.awaitReady();

            customer.awaitStatus(order, "SHIPPING");
        }
    }

    @Test
    void aRebuildThatAKillInterruptsEndsWithTheSameRows() throws Exception {
        var storage = Storage.empty();
        try (var daybook = new DaybookProcess(
                storage,
                // small steps, so that the kill comes in the middle
                "--daybook.views.batch-size=1",
                "--daybook.lifecycle.processing-after=0s",
                "--daybook.lifecycle.ships-after=0s",
                "--daybook.lifecycle.delivery-min=0s",
                "--daybook.lifecycle.delivery-max=0s",
                "--daybook.lifecycle.archives-after=0s")) {
            Shop shop = daybook.awaitReady().shop();
            String product = shop.administrator().addProduct(1_000);
            List<String> orders = JourneyTest.atOnce(8, 8, () -> {
                User customer = shop.customer();
                for (int i = 0; i < 11; i++) customer.buyPatiently(product);
                return customer.buyPatiently(product);
            });
            assertThat(orders).hasSize(8);
            awaitArchived(shop.administrator());
            User admin = shop.administrator();
            for (String view : ViewTables.BY_VIEW.keySet())
                admin.post("/api/admin/projections/" + view + "/replay", "").expect(202);
            await("some rebuild to be under way")
                    .until(() -> projections(admin).stream()
                            .anyMatch(view -> view.at("/state").asString().equals("REBUILDING")));
            daybook.kill();

            daybook.start();
            daybook.awaitReady();
            User again = shop.administrator();
            await("every rebuild to end")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> projections(again).stream()
                            .allMatch(view -> view.at("/state").asString().equals("SERVING")
                                    && view.at("/serving").asString().equals("B")));
        }
        var rows = storage.rows();
        for (String view : ViewTables.BY_VIEW.keySet()) {
            var rebuilt = ViewTables.rows(rows, view, "B");
            assertThat(rebuilt.values()).as(view).anyMatch(table -> !table.isEmpty());
            assertThat(rebuilt).as(view).isEqualTo(ViewTables.rows(rows, view, "A"));
        }
    }

    private static void awaitArchived(User admin) {
        await("every order to be archived")
                .atMost(Duration.ofSeconds(60))
                .until(() -> allOrders(admin).stream()
                        .allMatch(order -> order.at("/archived").asBoolean()));
        await("every view to have read everything")
                .until(() -> projections(admin).stream()
                        .allMatch(view -> view.at("/lag").asLong() == 0));
    }

    private static List<JsonNode> projections(User admin) {
        return admin.get("/api/admin/projections")
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }

    private static void buyUntilItDies(
            User customer, List<String> products, AtomicInteger sent, Queue<Purchase> answered) {
        try {
            for (int i = sent.getAndIncrement(); i < CHECKOUTS; i = sent.getAndIncrement()) {
                if (customer.putInCart(products.get(i % products.size()), 1).status() != 200) continue;
                Answer answer = customer.checkOut();
                if (answer.status() == 201) answered.add(new Purchase(customer, answer.text("/id")));
            }
        } catch (UncheckedIOException expected) {
            // The process was killed under this client; whatever was not answered is not claimed to exist.
        }
    }

    private static List<JsonNode> allOrders(User admin) {
        List<JsonNode> orders = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = admin.get("/api/orders?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .expect(200)
                    .json();
            page.at("/items").forEach(orders::add);
            cursor = page.at("/nextCursor").asString("");
        } while (!cursor.isEmpty());
        return orders;
    }

    private record Purchase(User customer, String order) {
        String status() {
            return customer.order(order).at("/status").asString();
        }
    }
}
