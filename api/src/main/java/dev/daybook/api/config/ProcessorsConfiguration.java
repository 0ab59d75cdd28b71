package dev.daybook.api.config;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import dev.daybook.order.lifecycle.OrderLifecycle;
import java.util.Optional;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all event processors share, and the one that carries orders. The views register their own. */
@Configuration(proxyBeanMethods = false)
class ProcessorsConfiguration {
    /** The single-segment processor of the saga and its reactions; their commands nest in its transaction. */
    static final String LIFECYCLE_PROCESSOR = OrderLifecycle.PROCESSING_GROUP;

    private static final int WATCH_BATCH_SIZE = 100;

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
            @Value("${daybook.lifecycle.batch-size:20}") int lifecycleBatchSize) {
        return configurer -> configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors()
                .configureDefaultStreamableMessageSource(c -> source.getObject())
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        LIFECYCLE_PROCESSOR,
                        c -> source.getObject(),
                        (c, processor) -> processor
                                .initialSegmentCount(1)
                                .batchSize(lifecycleBatchSize)
                                .initialToken(unused -> {
                                    // LifecycleTokenGuard lays it at the first start; see there.
                                    throw new IllegalStateException("the token of the lifecycle processor is missing");
                                }))
                .registerPooledStreamingEventProcessor(
                        OrderLifecycle.WATCH_GROUP,
                        c -> source.getObject(),
                        (c, processor) -> processor
                                .initialSegmentCount(1)
                                .batchSize(WATCH_BATCH_SIZE)
                                .initialToken(StreamableMessageSource::createTailToken));
    }
}
