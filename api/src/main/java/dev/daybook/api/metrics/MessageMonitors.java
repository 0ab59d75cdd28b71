package dev.daybook.api.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.Message;
import org.axonframework.micrometer.GlobalMetricRegistry;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.MultiMessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.stereotype.Component;

/**
 * Axon's own monitors, by processor and query. Its usual way of setting them up, by processor and message type, makes thousands
 * of series with percentiles of their own.
 */
@Component
class MessageMonitors implements ConfigurerModule {
    private final GlobalMetricRegistry axon;
    private final Map<String, MessageMonitor<?>> processors = new ConcurrentHashMap<>();
    private final MessageMonitor<?> commands;
    private final MessageMonitor<?> events;
    private final MessageMonitor<?> queries;

    MessageMonitors(MeterRegistry meters) {
        this.axon = new GlobalMetricRegistry(meters);
        this.commands = new MultiMessageMonitor<>(
                List.of(new CommandMetrics(meters), axon.registerCommandBus("axon.commands")));
        this.events = axon.registerEventBus("axon.events");
        this.queries = axon.registerQueryBus(
                "axon.queries", query -> Tags.of("query", query.getPayloadType().getSimpleName()));
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.configureMessageMonitor(
                axonConfiguration -> (component, name) -> ofItsMessages(of(component, name)));
    }

    private MessageMonitor<?> of(Class<?> component, String name) {
        if (EventProcessor.class.isAssignableFrom(component))
            return processors.computeIfAbsent(name, this::ofProcessor);
        if (CommandBus.class.isAssignableFrom(component)) return commands;
        if (EventBus.class.isAssignableFrom(component)) return events;
        if (QueryBus.class.isAssignableFrom(component)) return queries;
        return NoOpMessageMonitor.instance();
    }

    private MessageMonitor<?> ofProcessor(String name) {
        var processor = Tags.of("processor", name);
        return axon.registerEventProcessor("axon.processor", event -> processor, event -> processor);
    }

    /** A component shows its monitor messages of its own kind only. */
    @SuppressWarnings("unchecked")
    private static MessageMonitor<Message<?>> ofItsMessages(MessageMonitor<?> monitor) {
        return (MessageMonitor<Message<?>>) monitor;
    }
}
