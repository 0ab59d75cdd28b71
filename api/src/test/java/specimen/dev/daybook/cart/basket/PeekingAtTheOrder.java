package specimen.dev.daybook.cart.basket;

import dev.daybook.order.contract.OrderStatus;

public record PeekingAtTheOrder(OrderStatus status) {}
