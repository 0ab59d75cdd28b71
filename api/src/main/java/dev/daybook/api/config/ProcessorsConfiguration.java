package dev.daybook.api.config;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import dev.daybook.order.contract.LifecycleSettings;
import dev.daybook.order.lifecycle.OrderLifecycle;
import dev.daybook.query.CoordinatorThread;
import dev.daybook.query.NamedTransactions;
import dev.daybook.query.View;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What all event processors share, and the one that carries orders. The views register their own. */
@Configuration(proxyBeanMethods = false)
class ProcessorsConfiguration {
    /**
     * The processors of the saga and the reactions. Their commands nest in the processor's transaction, which is safe with
     * one segment only; their first tokens are laid by {@link ProcessTokens}.
     */
    static final List<String> PROCESS = List.of(OrderLifecycle.OPENING_GROUP, OrderLifecycle.PROCESSING_GROUP);

    /** The name of their transactions. */
    static final String TRANSACTION = "process";

    private static final int WATCH_BATCH_SIZE = 100;

    /** An order waits for it some six times. */
    private static final Duration REST = Duration.ofMillis(2);

    /** Nobody waits for the watchdog. */
    private static final Duration WATCH_REST = Duration.ofMillis(100);

    /** How soon, in milliseconds, a segment that nobody holds is found: after a collision, or after the death of another node. */
    private static final long CLAIM_INTERVAL = 1_000;

    /** The bean of db-scheduler's starter. */
    private static final String SCHEDULER = "scheduler";

    /** {@link SchedulerLifecycle} stops the scheduler, before Axon; its bean would stop it once more, and warn about that. */
    @Bean
    static BeanFactoryPostProcessor schedulerIsStoppedOnce() {
        return beans -> {
            if (beans.containsBeanDefinition(SCHEDULER))
                beans.getBeanDefinition(SCHEDULER).setDestroyMethodName("");
        };
    }

    /** Timers and tasks are written as JSON, like everything else that outlives a process. */
    @Bean
    DbSchedulerCustomizer taskData() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new Jackson3Serializer());
            }
        };
    }

    @Bean
    ConfigurerModule processors(
            ObjectProvider<WakingEventSource> source,
            LifecycleSettings settings,
            ObjectProvider<PlatformTransactionManager> transactions) {
        return configurer -> {
            EventProcessingConfigurer processing = configurer
                    .eventProcessing()
                    .usingPooledStreamingEventProcessors()
                    .configureDefaultStreamableMessageSource(c -> source.getObject())
                    .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
            for (String name : PROCESS)
                processing.registerPooledStreamingEventProcessor(
                        name,
                        c -> source.getObject(),
                        (c, processor) -> processor
                                .coordinatorExecutor(CoordinatorThread.of(c, name, REST))
                                .transactionManager(NamedTransactions.of(TRANSACTION, transactions.getObject()))
                                .initialSegmentCount(1)
                                .batchSize(settings.batchSize())
                                .tokenClaimInterval(CLAIM_INTERVAL)
                                .initialToken(unused -> {
                                    throw new IllegalStateException("the token of processor " + name + " is missing");
                                }));
            processing.registerPooledStreamingEventProcessor(
                    OrderLifecycle.WATCH_GROUP,
                    c -> source.getObject(),
                    (c, processor) -> processor
                            .coordinatorExecutor(CoordinatorThread.of(c, OrderLifecycle.WATCH_GROUP, WATCH_REST))
                            .transactionManager(View.transactions(transactions.getObject()))
                            .initialSegmentCount(1)
                            .batchSize(WATCH_BATCH_SIZE)
                            .tokenClaimInterval(CLAIM_INTERVAL)
                            .initialToken(StreamableMessageSource::createTailToken));
        };
    }
}
