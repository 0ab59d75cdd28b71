package dev.daybook.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** After each batch that a view committed here, signals the aggregates of its events. */
@Component
class TouchSignals implements ConfigurerModule {
    private static final String TOUCHED = TouchSignals.class.getName();

    private final Touches touches;
    private final Set<String> processors;

    TouchSignals(Touches touches, List<View> views) {
        this.touches = touches;
        this.processors = views.stream()
                .flatMap(view -> Stream.of(Slot.values()).map(slot -> slot.processorOf(view.name())))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .eventProcessing()
                .registerDefaultHandlerInterceptor(
                        (axon, processor) -> processors.contains(processor) ? this::signalAfterCommit : passing());
    }

    private @Nullable Object signalAfterCommit(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (unitOfWork.getMessage() instanceof DomainEventMessage<?> event) {
            Set<String> touched = unitOfWork.getOrComputeResource(TOUCHED, key -> {
                Set<String> ids = new HashSet<>();
                unitOfWork.afterCommit(committed -> touches.signal(ids));
                return ids;
            });
            touched.add(event.getAggregateIdentifier());
        }
        return chain.proceed();
    }

    private static MessageHandlerInterceptor<EventMessage<?>> passing() {
        return (unitOfWork, chain) -> chain.proceed();
    }
}
