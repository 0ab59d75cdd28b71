package specimen.dev.daybook.cart.contract;

import specimen.dev.daybook.cart.basket.OpenBasket;

/** Tells the secrets of its own module. */
public record PeekingFromAContract(OpenBasket basket) {}
