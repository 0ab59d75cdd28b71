package dev.daybook.api.config;

import dev.daybook.api.observing.Traces;
import dev.daybook.order.task.Sender;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What travels with every message, how messages are written, and who retries a command. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {
    @Bean
    CorrelationDataProvider originProvider() {
        return new MessageOriginProvider("causationId", "correlationId");
    }

    /** The context of the trace is among them for timers and tasks, which go on with it much later. */
    @Bean
    CorrelationDataProvider actorProvider() {
        return new SimpleCorrelationDataProvider("actor", "role", Sender.PROCESS, "requestId", Traces.CONTEXT);
    }

    /** Events name the command that caused them; what an event causes in turn has a command of its own. */
    @Bean
    CorrelationDataProvider commandProvider() {
        return message -> message instanceof CommandMessage
                ? Map.of("command", message.getPayloadType().getSimpleName())
                : Map.of();
    }

    @Bean(destroyMethod = "close")
    ConcurrencyRetryScheduler retryScheduler() {
        return new ConcurrencyRetryScheduler();
    }

    @Bean
    CommandGateway commandGateway(CommandBus commandBus, ConcurrencyRetryScheduler retryScheduler) {
        return DefaultCommandGateway.builder()
                .commandBus(commandBus)
                .retryScheduler(retryScheduler)
                .build();
    }
}
