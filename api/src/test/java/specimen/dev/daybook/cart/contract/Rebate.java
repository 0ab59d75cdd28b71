package specimen.dev.daybook.cart.contract;

public interface Rebate {
    long of(Double share);
}
