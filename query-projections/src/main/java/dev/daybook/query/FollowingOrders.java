package dev.daybook.query;

import dev.daybook.catalog.contract.ConcernsOrder;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.order.contract.OrderEvent;
import dev.daybook.order.contract.OrderEvent.OrderCreated;
import dev.daybook.order.contract.PaymentEvent;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Follows the events from the newest on, on every instance for itself: its token is in memory, so that instances do not
 * share the events but each see all of them, and none is seen again after a restart.
 */
@Component
class FollowingOrders implements OrderChanges, ConfigurerModule {
    static final String PROCESSOR = "order-changes";

    /** Streams of orders need not be quicker than the eye. */
    private static final Duration REST = Duration.ofMillis(20);

    private static final Logger log = LoggerFactory.getLogger(FollowingOrders.class);

    private final EventSource source;
    private final ConcurrentHashMap<OrderId, Set<Listening>> listening = new ConcurrentHashMap<>();
    private final Set<ListeningToAll> listeningToAll = ConcurrentHashMap.newKeySet();

    FollowingOrders(EventSource source) {
        this.source = source;
    }

    @Override
    public Subscription listen(OrderId order, Runnable listener) {
        var subscription = new Listening(order, listener);
        listening.compute(order, (id, all) -> {
            Set<Listening> set = all == null ? ConcurrentHashMap.newKeySet() : all;
            set.add(subscription);
            return set;
        });
        return subscription;
    }

    @Override
    public Subscription listenToAll(Consumer<Change> listener) {
        var subscription = new ListeningToAll(listener);
        listeningToAll.add(subscription);
        return subscription;
    }

    /** How many orders are listened to, and how many listen to all. */
    int listeners() {
        return listening.size() + listeningToAll.size();
    }

    @Override
    public void configureModule(Configurer configurer) {
        var signals = new Signals();
        configurer
                .eventProcessing()
                .registerEventHandler(axon -> signals)
                .assignHandlerInstancesMatching(PROCESSOR, Integer.MAX_VALUE, handler -> handler == signals)
                .registerTokenStore(PROCESSOR, axon -> new InMemoryTokenStore())
                .registerTransactionManager(PROCESSOR, axon -> NoTransactionManager.instance())
                .registerListenerInvocationErrorHandler(PROCESSOR, axon -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(PROCESSOR, source::in, (axon, builder) -> {
                    var threads = Executors.newScheduledThreadPool(1, new AxonThreadFactory(PROCESSOR));
                    axon.onShutdown(threads::shutdown);
                    return builder.initialToken(StreamableMessageSource::createHeadToken)
                            .initialSegmentCount(1)
                            .batchSize(100)
                            .coordinatorExecutor(CoordinatorThread.of(axon, PROCESSOR, REST))
                            .workerExecutor(threads);
                });
    }

    private final class Signals {
        @EventHandler
        void on(ConcernsOrder event, DomainEventMessage<?> message) {
            listening.getOrDefault(event.orderId(), Set.of()).forEach(Listening::tell);
            if (event instanceof OrderEvent || event instanceof PaymentEvent) {
                var change = new Change(
                        event.orderId(),
                        event instanceof OrderCreated created
                                ? created.customerId().value()
                                : null,
                        message.getAggregateIdentifier(),
                        message.getSequenceNumber());
                listeningToAll.forEach(all -> all.tell(change));
            }
        }
    }

    private final class Listening implements Subscription {
        private final OrderId order;
        private final Runnable listener;

        private Listening(OrderId order, Runnable listener) {
            this.order = order;
            this.listener = listener;
        }

        private void tell() {
            FollowingOrders.tell(order, listener);
        }

        @Override
        public void close() {
            listening.computeIfPresent(order, (id, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }

    private final class ListeningToAll implements Subscription {
        private final Consumer<Change> listener;

        private ListeningToAll(Consumer<Change> listener) {
            this.listener = listener;
        }

        private void tell(Change change) {
            FollowingOrders.tell(change.order(), () -> listener.accept(change));
        }

        @Override
        public void close() {
            listeningToAll.remove(this);
        }
    }

    private static void tell(OrderId order, Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.warn("a listener of {} failed", order, e); // the others still want to know
        }
    }
}
