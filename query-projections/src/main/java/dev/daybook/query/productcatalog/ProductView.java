package dev.daybook.query.productcatalog;

import dev.daybook.catalog.contract.Money;
import java.time.Instant;

/**
 * A product with its stock level.
 *
 * @param available pieces that can be sold now
 * @param sequence last applied sequence of the product
 * @param stockSequence last applied sequence of its stock, -1 before any
 */
public record ProductView(
        String productId,
        String sku,
        String name,
        String description,
        String category,
        String manufacturer,
        Money price,
        int available,
        boolean discontinued,
        Instant createdAt,
        Instant updatedAt,
        long sequence,
        long stockSequence) {}
