package dev.daybook.order.lifecycle;

import static dev.daybook.order.contract.Samples.CUSTOMER;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.daybook.cart.contract.CartEvent.CartCheckedOut;
import dev.daybook.cart.contract.CartId;
import dev.daybook.cart.contract.CartLine;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.ReservationStatus;
import dev.daybook.catalog.contract.StockCommand.DispatchStock;
import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import dev.daybook.catalog.contract.StockCommand.UndoStock;
import dev.daybook.catalog.contract.StockReceipt;
import dev.daybook.order.contract.OrderEvent.OrderFlagged;
import dev.daybook.order.contract.PaymentGateway;
import dev.daybook.order.contract.PaymentId;
import dev.daybook.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The whole order context running: processors, timers on the engine under test, watchdog; with a stock and a provider to play with. */
final class Backroom implements AutoCloseable {
    static final ProductId BROKEN = new ProductId("product-broken");
    static final ProductId SOLD_OUT = new ProductId("product-sold-out");
    static final ProductId TEA = new ProductId("product-tea");

    private static final Map<String, Object> QUICK = Map.ofEntries(
            Map.entry("axon.axonserver.enabled", "false"),
            Map.entry("axon.update-check.disabled", "true"),
            Map.entry("axon.serializer.general", "jackson3"),
            Map.entry("daybook.payment-gateway", "test"),
            Map.entry("daybook.lifecycle.payment-due", "1h"),
            Map.entry("daybook.lifecycle.processing-after", "0s"),
            Map.entry("daybook.lifecycle.ships-after", "0s"),
            Map.entry("daybook.lifecycle.delivery-min", "0s"),
            Map.entry("daybook.lifecycle.delivery-max", "0s"),
            Map.entry("daybook.lifecycle.archives-after", "0s"),
            Map.entry("daybook.lifecycle.payment.retry-delay", "20ms"),
            Map.entry("daybook.lifecycle.payment.max-retry-delay", "20ms"),
            Map.entry("daybook.lifecycle.payment.max-attempts", "1000000"),
            Map.entry("daybook.lifecycle.watchdog.interval", "50ms"),
            Map.entry("daybook.lifecycle.watchdog.grace", "50ms"),
            Map.entry("daybook.lifecycle.watchdog.max-attempts", "3"));

    private final ConfigurableApplicationContext context;

    private Backroom(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings what is not as usual, as {@code name=value} */
    static Backroom open(String... settings) {
        return new Backroom(new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties(TestDatabase.migrated().settings())
                .properties(QUICK)
                .properties(settings)
                .run());
    }

    OrderId checkOut(String name, ProductId product, String method) {
        var order = new OrderId("order-" + name);
        var cart = CartId.of(CUSTOMER);
        var price = new Money(500, "USD");
        var checkout = new CartCheckedOut(
                cart, CUSTOMER, order, List.of(new CartLine(product, "Thing", price, 1)), price, method, Instant.now());
        var sequence =
                part(EventStore.class).lastSequenceNumberFor(cart.value()).orElse(-1L) + 1;
        part(EventStore.class).publish(new GenericDomainEventMessage<>("Cart", cart.value(), sequence, checkout));
        return order;
    }

    Object send(Object command) {
        return part(CommandGateway.class).sendAndWait(command);
    }

    List<String> story(String aggregate) {
        var names = new ArrayList<String>();
        part(EventStore.class)
                .readEvents(aggregate)
                .forEachRemaining(event -> names.add(event.getPayloadType().getSimpleName()));
        return names;
    }

    List<String> story(OrderId order) {
        return story(order.value());
    }

    /** Why a person was asked for. */
    List<String> flags(OrderId order) {
        return part(EventStore.class)
                .readEvents(order.value())
                .asStream()
                .map(event -> event.getPayload())
                .filter(OrderFlagged.class::isInstance)
                .map(event -> ((OrderFlagged) event).reason())
                .toList();
    }

    void awaitEvent(Object aggregate, Class<?> event) {
        await(event.getSimpleName() + " of " + aggregate)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> story(aggregate.toString()).contains(event.getSimpleName()));
    }

    void awaitForgotten(OrderId order) {
        await(order + " leaves the watch")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !isWatched(order));
    }

    /** The watchdog has looked at it and sees no reason to look again soon. */
    void awaitPutOff(OrderId order) {
        await(order + " is put off")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> part(JdbcClient.class)
                                .sql("select count(*) from order_watch where order_id = :order and due_at > :later")
                                .param("order", order.value())
                                .param("later", Instant.now().plusSeconds(60).toEpochMilli())
                                .query(Long.class)
                                .single()
                        > 0);
    }

    boolean isWatched(OrderId order) {
        return part(JdbcClient.class)
                        .sql("select count(*) from order_watch where order_id = :order")
                        .param("order", order.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Tasks of this kind, of whatever instance. */
    long tasks(String task) {
        return part(JdbcClient.class)
                .sql("select count(*) from scheduled_tasks where task_name = :task")
                .param("task", task)
                .query(Long.class)
                .single();
    }

    void loseTasks(String task) {
        part(JdbcClient.class)
                .sql("delete from scheduled_tasks where task_name = :task")
                .param("task", task)
                .update();
    }

    /** The process goes on, but knows nothing of the order any more. */
    void loseSaga(OrderId order) {
        var store = part(InMemorySagaStore.class);
        var association = new AssociationValue("orderId", order.value());
        var found = store.findSagas(OrderLifecycle.class, association);
        if (found.isEmpty()) throw new AssertionError("no saga to lose");
        found.forEach(saga -> store.deleteSaga(OrderLifecycle.class, saga, Set.of(association)));
    }

    /** Nothing follows events any more: no saga, no reaction. */
    void stopTheProcess() {
        part(EventProcessingConfiguration.class)
                .eventProcessor(OrderLifecycle.PROCESSING_GROUP, StreamingEventProcessor.class)
                .orElseThrow()
                .shutDown();
    }

    Provider provider() {
        return part(Provider.class);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Knows what it told to whom. */
    static final class Stock {
        private final Map<String, ReservationStatus> told = new ConcurrentHashMap<>();

        @CommandHandler
        StockReceipt decide(ReserveStock command) {
            if (command.productId().equals(BROKEN)) throw new IllegalStateException("broken on purpose");
            var answer = command.productId().equals(SOLD_OUT) ? ReservationStatus.REJECTED : ReservationStatus.RESERVED;
            told.putIfAbsent(key(command.productId(), command.orderId()), answer);
            return receipt(command.productId(), command.orderId());
        }

        @CommandHandler
        StockReceipt decide(DispatchStock command) {
            told.replace(
                    key(command.productId(), command.orderId()),
                    ReservationStatus.RESERVED,
                    ReservationStatus.DISPATCHED);
            return receipt(command.productId(), command.orderId());
        }

        @CommandHandler
        StockReceipt decide(UndoStock command) {
            told.put(key(command.productId(), command.orderId()), ReservationStatus.UNDONE);
            return receipt(command.productId(), command.orderId());
        }

        ReservationStatus of(ProductId product, OrderId order) {
            return told.get(key(product, order));
        }

        private StockReceipt receipt(ProductId product, OrderId order) {
            return new StockReceipt(product, 0, of(product, order));
        }

        private static String key(ProductId product, OrderId order) {
            return product + " " + order;
        }
    }

    /** Answers when it is told to. */
    static final class Provider implements PaymentGateway {
        volatile boolean answers = true;
        volatile boolean refunds = true;
        // as any provider's: who is asked again for the same payment moves no money twice
        final Set<PaymentId> captured = Collections.synchronizedSet(new LinkedHashSet<>());
        final Set<PaymentId> refunded = Collections.synchronizedSet(new LinkedHashSet<>());

        @Override
        public Set<String> methods() {
            return Set.of("yes", "no");
        }

        @Override
        public Answer capture(PaymentId payment, Money amount, String method) {
            if (!answers) throw new OutcomeUnknownException("silent on purpose");
            if (method.equals("no")) return new Answer.Declined("no-money");
            captured.add(payment);
            return new Answer.Captured();
        }

        @Override
        public void refund(PaymentId payment, Money amount) {
            if (!refunds) throw new OutcomeUnknownException("silent on purpose");
            refunded.add(payment);
        }
    }

    /** What the application brings. */
    @EnableAutoConfiguration
    @ComponentScan("dev.daybook.order")
    static class Wiring {
        @Bean
        Clock clock() {
            return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
        }

        @Bean
        EventStorageEngine events() {
            return new InMemoryEventStorageEngine();
        }

        @Bean
        TokenStore tokens() {
            return new InMemoryTokenStore();
        }

        @Bean
        InMemorySagaStore sagas() {
            return new InMemorySagaStore();
        }

        /** From the tail, because by default a saga misses what happens before its processor has started. */
        @Bean
        ConfigurerModule processors() {
            var fromTheTail = TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                    .andInitialTrackingToken(StreamableMessageSource::createTailToken);
            return configurer -> configurer
                    .eventProcessing()
                    .usingTrackingEventProcessors()
                    .registerTrackingEventProcessorConfiguration(
                            OrderLifecycle.PROCESSING_GROUP, configuration -> fromTheTail)
                    .registerTrackingEventProcessorConfiguration(
                            OrderLifecycle.OPENING_GROUP, configuration -> fromTheTail)
                    .registerTrackingEventProcessorConfiguration(
                            OrderLifecycle.WATCH_GROUP, configuration -> fromTheTail);
        }

        @Bean
        Cache orderCache() {
            return new WeakReferenceCache();
        }

        @Bean
        Cache paymentCache() {
            return new WeakReferenceCache();
        }

        @Bean
        Stock stock() {
            return new Stock();
        }

        @Bean
        Provider provider() {
            return new Provider();
        }

        @Bean(initMethod = "start", destroyMethod = "stop")
        Scheduler scheduler(DataSource database, List<Task<?>> tasks) {
            var recurring = tasks.stream()
                    .filter(RecurringTask.class::isInstance)
                    .map(task -> (RecurringTask<?>) task)
                    .toList();
            var others = tasks.stream()
                    .filter(task -> !(task instanceof RecurringTask))
                    .toList();
            return Scheduler.create(new TransactionAwareDataSourceProxy(database), others)
                    .startTasks(recurring)
                    .pollingInterval(Duration.ofMillis(50))
                    .shutdownMaxWait(Duration.ofSeconds(1))
                    .build();
        }
    }
}
