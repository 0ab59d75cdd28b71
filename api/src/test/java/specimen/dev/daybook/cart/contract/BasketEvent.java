package specimen.dev.daybook.cart.contract;

public sealed interface BasketEvent {
    /** Is no record. */
    final class BasketDropped implements BasketEvent {}
}
