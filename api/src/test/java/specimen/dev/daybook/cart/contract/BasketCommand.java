package specimen.dev.daybook.cart.contract;

/** Anybody may add a command. */
public interface BasketCommand {}
