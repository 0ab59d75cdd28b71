package dev.daybook.api.wire;

import dev.daybook.api.metrics.EventStoreAppends;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.ManagedChannelCustomizer;
import org.axonframework.axonserver.connector.TargetContextResolver;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.command.CommandLoadFactorProvider;
import org.axonframework.axonserver.connector.command.CommandPriorityCalculator;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** The bus and the store of the profile {@code axonserver}, where Axon's own would lose what went wrong (docs/adr/0022). */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@Profile("axonserver")
class WireConfiguration {
    @Bean
    ManagedChannelCustomizer unansweredCommands() {
        return channel -> channel.intercept(new UnansweredCommands());
    }

    @Bean
    @Qualifier("localSegment")
    SimpleCommandBus handlingCommandBus(
            TransactionManager transactions,
            Configuration axon,
            DuplicateCommandHandlerResolver duplicates,
            CommandBusSpanFactory spans) {
        var bus = new HandlingCommandBus(SimpleCommandBus.builder()
                .transactionManager(transactions)
                .duplicateCommandHandlerResolver(duplicates)
                .spanFactory(spans)
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus")));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean
    @Primary
    AxonServerCommandBus commandBus(
            AxonServerConnectionManager connections,
            AxonServerConfiguration settings,
            @Qualifier("localSegment") CommandBus localSegment,
            @Qualifier("messageSerializer") Serializer messageSerializer,
            RoutingStrategy routing,
            CommandPriorityCalculator priorities,
            CommandLoadFactorProvider loadFactors,
            TargetContextResolver<? super CommandMessage<?>> contexts,
            CommandBusSpanFactory spans) {
        return new SendingCommandBus(AxonServerCommandBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(settings)
                .localSegment(localSegment)
                .serializer(messageSerializer)
                .routingStrategy(routing)
                .priorityCalculator(priorities)
                .loadFactorProvider(loadFactors)
                .targetContextResolver(contexts)
                .spanFactory(spans));
    }

    @Bean("eventBus")
    @Qualifier("eventStore")
    AxonServerEventStore eventStore(
            AxonServerConfiguration settings,
            AxonServerConnectionManager connections,
            Configuration axon,
            Serializer generalSerializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            EventBusSpanFactory spans,
            MeterRegistry meters) {
        var store = AxonServerEventStore.builder()
                .configuration(settings)
                .platformConnectionManager(connections)
                .snapshotSerializer(generalSerializer)
                .eventSerializer(eventSerializer)
                .snapshotFilter(axon.snapshotFilter())
                .upcasterChain(axon.upcasterChain())
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(spans)
                .build();
        store.registerDispatchInterceptor(new AppendTimer(EventStoreAppends.timer(meters)));
        return store;
    }
}
