package dev.daybook.query.rebuild;

import dev.daybook.query.CoordinatorThread;
import dev.daybook.query.EventSource;
import dev.daybook.query.Slot;
import dev.daybook.query.View;
import dev.daybook.query.ViewSettings;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Makes two processors of every view, one for each slot. */
@Component
class ViewProcessors implements ConfigurerModule {
    private static final int MANY_LETTERS = 10_000;
    /** Also how late a stored token may be about events that the view does not care for. */
    private static final int CLAIM_EXTENSION_MILLIS = 2_000;
    /** How late a view is after a batch that failed, and after another node's end. */
    private static final int CLAIM_INTERVAL_MILLIS = 1_000;

    private final List<View> views;
    private final ViewSettings settings;
    private final EventSource source;
    private final EventByEvent eventByEvent;
    private final TransactionManager batchTransaction;
    private final TransactionManager transactionOfItsOwn;

    ViewProcessors(
            List<View> views,
            ViewSettings settings,
            EventSource source,
            DataSource dataSource,
            PlatformTransactionManager transactions) {
        this.views = views;
        this.settings = settings;
        this.source = source;
        this.eventByEvent = new EventByEvent(dataSource);
        this.batchTransaction = View.transactions(transactions);
        this.transactionOfItsOwn = new SpringTransactionManager(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    @Override
    public void configureModule(Configurer configurer) {
        for (View view : views) for (Slot slot : Slot.values()) register(configurer.eventProcessing(), view, slot);
    }

    private void register(EventProcessingConfigurer processing, View view, Slot slot) {
        String name = slot.processorOf(view.name());
        Object projection = view.projection(slot);
        processing
                .registerEventHandler(axon -> new EventByEvent.Handler(projection, axon))
                .assignHandlerInstancesMatching(
                        name, Integer.MAX_VALUE, handler -> EventByEvent.Handler.isOf(handler, projection))
                .registerSequencingPolicy(name, axon -> view.sequencing())
                .registerDeadLetterQueue(name, axon -> queue(axon, name))
                .registerDeadLetterPolicy(name, axon -> eventByEvent)
                .registerDeadLetteringEventHandlerInvokerConfiguration(name, (axon, invoker) -> {
                    invoker.listenerInvocationErrorHandler(eventByEvent);
                    // a letter that fails again rolls its own transaction back, not the one that notes its failure
                    return invoker.allowReset(true)
                            .enableSequenceIdentifierCache()
                            .transactionManager(transactionOfItsOwn);
                })
                .registerHandlerInterceptor(name, axon -> eventByEvent)
                .registerEventProcessor(name, this::processor);
    }

    private ViewProcessor processor(String name, Configuration axon, EventHandlerInvoker invoker) {
        PooledStreamingEventProcessor.Builder builder = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invoker)
                .messageMonitor(axon.messageMonitor(PooledStreamingEventProcessor.class, name))
                .spanFactory(axon.getComponent(EventProcessorSpanFactory.class))
                .messageSource(source.in(axon))
                .tokenStore(axon.getComponent(TokenStore.class))
                .transactionManager(batchTransaction)
                .coordinatorExecutor(CoordinatorThread.of(axon, name, settings.rest()))
                .workerExecutor(threads(axon, settings.segments(), "WorkPackage[" + name + "]"))
                .initialSegmentCount(settings.segments())
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(settings.batchSize())
                .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS);
        return new ViewProcessor(builder, new Failures());
    }

    private static ScheduledExecutorService threads(Configuration axon, int count, String name) {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(count, new AxonThreadFactory(name));
        axon.onShutdown(threads::shutdown);
        return threads;
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> queue(Configuration axon, String name) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(name)
                .connectionProvider(axon.getComponent(ConnectionProvider.class))
                .transactionManager(axon.getComponent(TransactionManager.class))
                .schema(axon.getComponent(DeadLetterSchema.class, DeadLetterSchema::defaultSchema))
                .genericSerializer(axon.serializer())
                .eventSerializer(axon.eventSerializer())
                .maxSequences(MANY_LETTERS)
                .maxSequenceSize(MANY_LETTERS)
                .build();
    }
}
