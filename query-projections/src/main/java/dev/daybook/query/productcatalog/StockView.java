package dev.daybook.query.productcatalog;

/** The stock of a product, in pieces; {@code onHand = available + reserved}. */
public record StockView(String productId, int onHand, int reserved, int available, long sequence) {}
