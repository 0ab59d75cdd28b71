package dev.daybook.catalog.stock;

/** Hands the aggregate, which is nobody's business outside its package, to tests that need it behind a command bus. */
public final class StockAggregate {
    public static final Class<?> TYPE = ProductStock.class;

    private StockAggregate() {}
}
