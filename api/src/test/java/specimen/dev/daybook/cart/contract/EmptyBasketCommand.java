package specimen.dev.daybook.cart.contract;

/** Lives outside its family. */
public record EmptyBasketCommand() implements BasketCommand {}
