package specimen.dev.daybook.cart.basket;

/** What {@code cart} keeps to itself. */
public class OpenBasket {}
