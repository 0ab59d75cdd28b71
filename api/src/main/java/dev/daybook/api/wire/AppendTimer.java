package dev.daybook.api.wire;

import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Measures how long it takes to write the events of one transaction, until Axon Server has confirmed them. */
class AppendTimer implements MessageDispatchInterceptor<EventMessage<?>> {
    private static final String MEASURED = AppendTimer.class.getName();

    private final Timer appends;

    AppendTimer(Timer appends) {
        this.appends = appends;
    }

    /** Called when the events are about to be sent. */
    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        CurrentUnitOfWork.ifStarted(unitOfWork -> {
            var root = unitOfWork.root();
            root.getOrComputeResource(MEASURED, unused -> {
                var sample = Timer.start();
                // registered before the store's own, so called after it
                root.onCommit(written -> sample.stop(appends));
                return sample;
            });
        });
        return (index, event) -> event;
    }
}
