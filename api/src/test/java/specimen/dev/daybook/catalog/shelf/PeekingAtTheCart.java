package specimen.dev.daybook.catalog.shelf;

import dev.daybook.cart.contract.CartId;

public record PeekingAtTheCart(CartId cart) {}
