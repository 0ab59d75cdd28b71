package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.StockEvent;
import dev.daybook.catalog.contract.StockId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class SellingTheLastPiecesJourneyTest extends JourneyTest {
    private static final int BUYERS = 300;
    private static final int STOCK = 100;

    @Autowired
    private EventStore events;

    @Test
    void threeHundredBuyersOfAHundredPiecesGetExactlyAHundred() throws Exception {
        String product = admin.addProduct(STOCK);
        List<User> buyers = new ArrayList<>(atOnce(BUYERS, 8, shop::customer));
        var waiting = new ConcurrentLinkedQueue<>(buyers);

        Map<User, String> orders = buy(product, buyers);

        assertThat(orders).hasSize(BUYERS);
        await("every order to be paid or cancelled")
                .atMost(Duration.ofSeconds(120))
                .until(() -> {
                    waiting.removeIf(buyer -> isDecided(buyer.order(orders.get(buyer))));
                    return waiting.isEmpty();
                });
        List<JsonNode> decided = orders.entrySet().stream()
                .map(order -> order.getKey().order(order.getValue()))
                .toList();
        assertThat(decided.stream()
                        .filter(order -> order.at("/payment/status").asString().equals("CAPTURED")))
                .hasSize(STOCK)
                .noneMatch(order -> order.at("/status").asString().equals("CANCELLED"));
        assertThat(decided.stream()
                        .filter(order ->
                                order.at("/cancellation/reason").asString().equals("OUT_OF_STOCK")))
                .hasSize(BUYERS - STOCK)
                .allMatch(order -> order.at("/status").asString().equals("CANCELLED"));
        admin.awaitStock(product, 0, 0);
        assertThatTheBookBalances(new ProductId(product));
    }

    private static boolean isDecided(JsonNode order) {
        return order.at("/payment/status").asString().equals("CAPTURED")
                || order.at("/status").asString().equals("CANCELLED");
    }

    private static Map<User, String> buy(String product, List<User> buyers) throws Exception {
        try (var executor = Executors.newFixedThreadPool(buyers.size())) {
            List<Callable<Map.Entry<User, String>>> purchases = buyers.stream()
                    .<Callable<Map.Entry<User, String>>>map(
                            buyer -> () -> Map.entry(buyer, buyer.buyPatiently(product)))
                    .toList();
            List<Map.Entry<User, String>> bought = new ArrayList<>();
            for (Future<Map.Entry<User, String>> purchase : executor.invokeAll(purchases)) bought.add(purchase.get());
            return bought.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    /** Conservation after every event of the stock: nothing below zero, nothing from nowhere. */
    private void assertThatTheBookBalances(ProductId product) {
        int registered = 0;
        int reserved = 0;
        int dispatched = 0;
        int returned = 0;
        int reservations = 0;
        int rejections = 0;
        var stream = events.readEvents(StockId.of(product).value(), 0);
        while (stream.hasNext()) {
            switch ((StockEvent) stream.next().getPayload()) {
                case StockEvent.StockRegistered e -> registered += e.quantity();
                case StockEvent.StockReceived e -> registered += e.quantity();
                case StockEvent.StockAdjusted e -> registered += e.delta();
                case StockEvent.StockReserved e -> {
                    reserved += e.quantity();
                    reservations++;
                }
                case StockEvent.StockRejected e -> rejections++;
                case StockEvent.StockDispatched e -> {
                    reserved -= e.quantity();
                    dispatched += e.quantity();
                }
                case StockEvent.StockReleased e -> reserved -= e.quantity();
                case StockEvent.StockReturned e -> returned += e.quantity();
            }
            int onHand = registered - dispatched + returned;
            assertThat(onHand - reserved).as("available").isNotNegative();
            assertThat(reserved).isNotNegative();
        }
        assertThat(reservations).isEqualTo(STOCK);
        assertThat(rejections).isEqualTo(BUYERS - STOCK);
        assertThat(registered - dispatched + returned).isZero();
    }
}
