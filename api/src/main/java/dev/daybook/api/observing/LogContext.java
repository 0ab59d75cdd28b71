package dev.daybook.api.observing;

import dev.daybook.api.request.RequestIds;
import dev.daybook.cart.contract.CartCommand.CheckOutCart;
import dev.daybook.catalog.contract.ConcernsOrder;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.StockCommand.DispatchStock;
import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import dev.daybook.catalog.contract.StockCommand.UndoStock;
import dev.daybook.order.contract.OrderCommand;
import dev.daybook.order.contract.PaymentCommand.RequestPayment;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Says in every line that is logged while a message is handled which order it concerns and which request it comes from. */
@Component
class LogContext implements MessageHandlerInterceptor<Message<?>>, ConfigurerModule {
    private static final String ORDER = "orderId";

    @Override
    public void configureModule(Configurer configurer) {
        configurer.eventProcessing().registerDefaultHandlerInterceptor((axon, processor) -> this::handle);
        configurer.onInitialize(
                axon -> axon.onStart(() -> axon.getComponent(CommandBus.class).registerHandlerInterceptor(this)));
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends Message<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        Message<?> message = unitOfWork.getMessage();
        String order = replace(ORDER, orderOf(message.getPayload()));
        String request =
                replace(RequestIds.LOG_KEY, (String) message.getMetaData().get(RequestIds.LOG_KEY));
        try {
            return chain.proceed();
        } finally {
            restore(ORDER, order);
            restore(RequestIds.LOG_KEY, request);
        }
    }

    /** What is not known of this message stays as it was around it. */
    private static @Nullable String replace(String key, @Nullable String value) {
        String before = MDC.get(key);
        if (value != null) MDC.put(key, value);
        return before;
    }

    private static void restore(String key, @Nullable String before) {
        if (before == null) MDC.remove(key);
        else MDC.put(key, before);
    }

    private static @Nullable String orderOf(Object payload) {
        OrderId order = switch (payload) {
            case ConcernsOrder event -> event.orderId();
            case OrderCommand command -> command.orderId();
            case CheckOutCart command -> command.orderId();
            case RequestPayment command -> command.orderId();
            case ReserveStock command -> command.orderId();
            case DispatchStock command -> command.orderId();
            case UndoStock command -> command.orderId();
            default -> null;
        };
        return order == null ? null : order.value();
    }
}
