package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChangingOneStockJourneyTest extends JourneyTest {
    /** More than there are connections to any database. */
    private static final int CLIENTS = 60;

    /** So many that snapshots are taken meanwhile. */
    private static final int CHANGES = 600;

    @Test
    void moreClientsThanConnectionsAllGetTheirTurn() throws Exception {
        String product = admin.addProduct(0);
        var sent = new AtomicInteger();

        atOnce(CLIENTS, CLIENTS, () -> {
            while (sent.incrementAndGet() <= CHANGES)
                assertThat(admin.post("/api/products/" + product + "/stock", """
                        {"delta": 1, "reason": "delivered"}""")
                                .status())
                        .isIn(200, 202);
            return product;
        });

        admin.awaitStock(product, CHANGES, 0);
    }
}
