package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.daybook.cart.contract.CartCommand.ClearCart;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.ReservationStatus;
import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import dev.daybook.catalog.contract.StockReceipt;
import dev.daybook.order.contract.OrderCommand.ArchiveOrder;
import dev.daybook.order.contract.OrderCommand.DeliverOrder;
import dev.daybook.order.contract.OrderCommand.ShipOrder;
import dev.daybook.order.contract.OrderCommand.StartProcessing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages come twice, late and in any order; the result is the same as if each had come once. */
class RepeatingEverythingJourneyTest extends JourneyTest {
    @Autowired
    private CommandBus commandBus;

    @Autowired
    private CommandGateway commands;

    @Autowired
    private EventStore events;

    @Autowired
    private EventProcessingConfiguration processing;

    @Autowired
    private TokenStore tokens;

    @Autowired
    private TransactionManager transactions;

    @Autowired
    private JdbcClient database;

    @Test
    void everyCommandHandledTwiceGivesTheSameOrderAsOnce() throws Exception {
        User customer = shop.customer();
        String product = admin.addProduct(10);
        String once = customer.buy(product, 2);
        customer.awaitStatus(once, "DELIVERED");

        String twice;
        Registration doubled = commandBus.registerHandlerInterceptor((work, chain) -> {
            chain.proceed();
            return chain.proceed();
        });
        try {
            twice = customer.buy(product, 2);
            awaitArchived(twice);
        } finally {
            doubled.cancel();
        }

        awaitArchived(once);
        assertThat(typesOf(twice)).isEqualTo(typesOf(once));
        admin.awaitStock(product, 6, 0);
    }

    @Test
    void everyEventDeliveredTwiceToTheProcessChangesNothing() {
        User customer = shop.customer();
        String product = admin.addProduct(10);
        String delivered = customer.buy(product, 2);
        String declined = customer.buy(product, 1, "sim-decline");
        customer.awaitPayment(declined, "DECLINED");
        customer.put("/api/orders/" + declined + "/cancel", "{}").expect(200);
        awaitArchived(delivered);
        admin.awaitStock(product, 8, 0);
        awaitNothingUnderWay();
        long before = head();

        redeliverEverything();

        assertThat(head()).as("position of the newest event").isEqualTo(before);
        admin.awaitStock(product, 8, 0);
    }

    @Test
    void timersThatFireTogetherLateOrEarlyTakeEachStepOnce() throws Exception {
        User customer = shop.customer();
        String order = customer.buy(admin.addProduct(10), 1);
        OrderId id = new OrderId(order);
        List<Function<OrderId, Object>> steps =
                new ArrayList<>(Collections.nCopies(4, o -> new StartProcessing(o, null)));
        steps.addAll(Collections.nCopies(4, o -> new ShipOrder(o, null)));
        steps.addAll(Collections.nCopies(4, o -> new DeliverOrder(o, null)));
        steps.addAll(Collections.nCopies(4, ArchiveOrder::new));
        Collections.shuffle(steps, new Random(7));

        try (var executor = Executors.newFixedThreadPool(steps.size())) {
            List<Callable<Object>> firing = steps.stream()
                    .<Callable<Object>>map(step -> () -> commands.sendAndWait(step.apply(id)))
                    .toList();
            for (Future<Object> fired : executor.invokeAll(firing))
                try {
                    fired.get();
                } catch (java.util.concurrent.ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(CommandExecutionException.class);
                }
        }

        awaitArchived(order);
        assertThat(typesOf(order))
                .containsOnlyOnce("OrderProcessingStarted", "OrderShipped", "OrderDelivered", "OrderArchived");
    }

    @Test
    void aLateReservationOfACancelledOrderReservesNothing() {
        User customer = shop.customer();
        String product = admin.addProduct(10);
        String order = customer.buy(product, 3, "sim-decline");
        customer.awaitPayment(order, "DECLINED");
        customer.put("/api/orders/" + order + "/cancel", "{}").expect(200);
        admin.awaitStock(product, 10, 0);

        StockReceipt answer = commands.sendAndWait(new ReserveStock(new ProductId(product), new OrderId(order), 3));

        assertThat(answer.reservation()).isEqualTo(ReservationStatus.UNDONE);
        admin.awaitStock(product, 10, 0);
    }

    @Test
    void theProcessCannotBeReplayed() {
        StreamingEventProcessor lifecycle = lifecycle();
        assertThat(lifecycle.supportsReset()).isFalse();
        assertThatThrownBy(lifecycle::resetTokens).isInstanceOf(IllegalStateException.class);
        // positive anchor: a command of nobody's still works afterwards
        commands.sendAndWait(new ClearCart(new CustomerId("user-nobody")));
        assertThat(lifecycle.isRunning()).isTrue();
    }

    private void redeliverEverything() {
        StreamingEventProcessor lifecycle = lifecycle();
        lifecycle.shutDown();
        transactions.executeInTransaction(() -> {
            database.sql("delete from token_entry where processorName = ?")
                    .param(lifecycle.getName())
                    .update();
            tokens.initializeTokenSegments(lifecycle.getName(), 1, events.createTailToken());
        });
        lifecycle.start();
        await("the process to have read every event again")
                .atMost(Duration.ofSeconds(60))
                .until(() -> lifecycle.processingStatus().values().stream()
                        .anyMatch(segment -> segment.getCurrentPosition().orElse(-1) >= head()));
        awaitNothingUnderWay();
    }

    private void awaitNothingUnderWay() {
        await("no order step or payment to be waited for")
                .atMost(Duration.ofSeconds(60))
                .until(() -> admin.get("/api/orders?archived=false&limit=100")
                                .expect(200)
                                .json()
                                .at("/items")
                                .valueStream()
                                .allMatch(
                                        order -> order.at("/status").asString().equals("CANCELLED"))
                        && database.sql("select count(*) from saga_entry")
                                        .query(Long.class)
                                        .single()
                                == 0);
    }

    private StreamingEventProcessor lifecycle() {
        return processing
                .eventProcessor("lifecycle", StreamingEventProcessor.class)
                .orElseThrow();
    }

    private long head() {
        return events.createHeadToken().position().orElse(-1);
    }

    private void awaitArchived(String order) {
        await("order " + order + " to be archived")
                .atMost(Duration.ofSeconds(60))
                .until(() -> admin.order(order).at("/archived").asBoolean());
    }

    private List<String> typesOf(String order) {
        return admin.get("/api/admin/orders/" + order + "/history")
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .map(entry -> entry.at("/type").asString())
                .toList();
    }
}
