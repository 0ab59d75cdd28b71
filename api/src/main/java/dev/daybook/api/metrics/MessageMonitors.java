package dev.daybook.api.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.stereotype.Component;

/**
 * Measures of commands, queries and processors. Axon's own would be thousands of series, and look each of them up in the registry
 * with every message.
 */
@Component
class MessageMonitors implements ConfigurerModule {
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, MessageMonitor<?>> processors = new ConcurrentHashMap<>();
    private final MessageMonitor<?> commands;
    private final MessageMonitor<?> queries;

    MessageMonitors(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.commands = new CommandMetrics(meters);
        this.queries = new QueryMetrics(meters);
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.configureMessageMonitor(
                axonConfiguration -> (component, name) -> ofItsMessages(of(component, name)));
    }

    private MessageMonitor<?> of(Class<?> component, String name) {
        if (EventProcessor.class.isAssignableFrom(component))
            return processors.computeIfAbsent(name, processor -> new ProcessorMetrics(processor, meters, clock));
        if (CommandBus.class.isAssignableFrom(component)) return commands;
        if (QueryBus.class.isAssignableFrom(component)) return queries;
        return NoOpMessageMonitor.instance();
    }

    /** A component shows its monitor messages of its own kind only. */
    @SuppressWarnings("unchecked")
    private static MessageMonitor<Message<?>> ofItsMessages(MessageMonitor<?> monitor) {
        return (MessageMonitor<Message<?>>) monitor;
    }
}
