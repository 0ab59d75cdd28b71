package dev.daybook.query.productcatalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of products; no {@code nextCursor} on the last one. */
public record ProductPage(List<ProductView> items, @Nullable String nextCursor) {}
