package dev.daybook.query.shopfigures;

import dev.daybook.query.shopfigures.ShopFigures.Bucket;
import dev.daybook.query.shopfigures.ShopFigures.Distribution;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The histograms of the shop and their bounds, which are frozen: others would need a rebuild. */
enum Histogram {
    CART_VALUE(1000, 2500, 5000, 7500, 10_000, 15_000, 20_000, 50_000),
    CART_ITEMS(1, 2, 3, 5, 8, 13, 21),
    /** In milliseconds. */
    DELIVERY(30_000, 60_000, 120_000, 180_000, 240_000, 300_000, 360_000, 480_000, 600_000);

    static final String SUM = "sum";

    private final List<Long> bounds;

    Histogram(long... bounds) {
        this.bounds = LongStream.concat(LongStream.of(bounds), LongStream.of(Bucket.INFINITE))
                .boxed()
                .toList();
    }

    /** The name of the bucket that counts a value. */
    String bucketOf(long value) {
        return bounds.stream()
                .filter(bound -> value <= bound)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    /** @param amounts what is kept, by bucket */
    Distribution of(Map<String, Long> amounts) {
        return new Distribution(
                bounds.stream()
                        .map(bound -> new Bucket(bound, amounts.getOrDefault(bound.toString(), 0L)))
                        .toList(),
                amounts.getOrDefault(SUM, 0L));
    }
}
