package dev.daybook.order.lifecycle;

import dev.daybook.cart.contract.CartEvent.CartCheckedOut;
import dev.daybook.order.contract.OrderCommand.CreateOrder;
import dev.daybook.order.contract.OrderLine;
import dev.daybook.order.task.Sender;
import dev.daybook.order.task.Sender.Answer.Refused;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A cart that was checked out becomes the order it promised. */
@Component
@ProcessingGroup(OrderLifecycle.OPENING_GROUP)
@DisallowReplay
class WhenCartCheckedOutThenCreateOrder {
    private static final Logger log = LoggerFactory.getLogger(WhenCartCheckedOutThenCreateOrder.class);

    private final StepByStep steps;

    WhenCartCheckedOutThenCreateOrder(StepByStep steps) {
        this.steps = steps;
    }

    @EventHandler
    void on(CartCheckedOut event) {
        create(event, steps.sender());
    }

    static void create(CartCheckedOut event, Sender sender) {
        var lines = event.items().stream()
                .map(item -> new OrderLine(item.productId(), item.name(), item.unitPrice(), item.quantity()))
                .toList();
        var create = new CreateOrder(event.orderId(), event.customerId(), lines, event.total(), event.paymentMethod());
        if (sender.send(create) instanceof Refused refused)
            log.error("{} was checked out but cannot be created: {}", event.orderId(), refused.code());
    }
}
