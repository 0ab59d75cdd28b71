package dev.daybook.order.lifecycle;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.daybook.order.contract.DeliveryTimes;
import dev.daybook.order.contract.LifecycleSettings;
import dev.daybook.order.lifecycle.DurableOrderTimers.StepDue;
import dev.daybook.order.task.GrowingRetry;
import dev.daybook.order.task.Sender;
import dev.daybook.order.task.Sender.Answer.Refused;
import dev.daybook.order.task.TaskSpans;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.tracing.SpanFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the process that Spring puts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LifecycleSettings.class)
class LifecycleConfiguration {
    private static final Logger log = LoggerFactory.getLogger(LifecycleConfiguration.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

    @Bean
    DeliveryTimes deliveryTimes(LifecycleSettings settings) {
        RandomGenerator random = new SecureRandom();
        var shortest = settings.deliveryMin().toMillis();
        var longest = settings.deliveryMax().toMillis();
        return () -> Duration.ofMillis(random.nextLong(shortest, longest + 1));
    }

    /** Sends on a gateway of its own: one that retries would wait for locks which the saga's transaction holds. */
    @Bean
    StepByStep lifecycleSteps(CommandBus commands) {
        var gateway = DefaultCommandGateway.builder().commandBus(commands).build();
        return new StepByStep(new Sender(gateway, "order-lifecycle"));
    }

    @Bean
    ConfigurerModule lifecycleErrors() {
        return configurer -> configurer
                .eventProcessing()
                .registerListenerInvocationErrorHandler(
                        OrderLifecycle.PROCESSING_GROUP, configuration -> new LifecycleErrorHandler())
                .registerListenerInvocationErrorHandler(
                        OrderLifecycle.OPENING_GROUP, configuration -> new LifecycleErrorHandler())
                .registerListenerInvocationErrorHandler(
                        OrderLifecycle.WATCH_GROUP, configuration -> PropagatingErrorHandler.instance());
    }

    @Bean
    Task<StepDue> orderTimerTask(CommandGateway commands, SpanFactory spanFactory) {
        var sender = new Sender(commands, "order-lifecycle");
        var spans = new TaskSpans(spanFactory);
        return Tasks.oneTime(DurableOrderTimers.TASK)
                .onFailure(new GrowingRetry<>(FIRST_RETRY, LONGEST_RETRY))
                .execute((instance, context) -> {
                    var due = instance.getData();
                    spans.run("order-timer " + due.step(), due, due.metadata(), () -> fire(due, sender));
                });
    }

    @Bean
    Task<Void> orderWatchdogTask(OrderWatchdog watchdog, LifecycleSettings settings) {
        return Tasks.recurring(
                        "order-watchdog", FixedDelay.of(settings.watchdog().interval()))
                .execute((instance, context) -> watchdog.goRound());
    }

    private static void fire(StepDue due, Sender sender) {
        if (sender.send(due.step().command(due.order()), due.metadata()) instanceof Refused refused)
            log.info(
                    "{} of {}, due {}, was no longer possible: {}",
                    due.step(),
                    due.order(),
                    due.dueAt(),
                    refused.code());
    }
}
