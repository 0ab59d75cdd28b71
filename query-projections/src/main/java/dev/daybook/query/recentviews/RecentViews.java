package dev.daybook.query.recentviews;

import java.util.List;

/** The last 20 products each customer looked at. */
public interface RecentViews {
    /** Notes that the customer looked at the product now. */
    void viewed(String customerId, String productId);

    /** Product ids, the last one looked at first, each once. */
    List<String> of(String customerId);
}
