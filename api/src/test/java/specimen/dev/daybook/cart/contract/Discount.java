package specimen.dev.daybook.cart.contract;

public record Discount(double share) {}
