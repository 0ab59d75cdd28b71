package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadingYourWritesJourneyTest extends JourneyTest {
    private static final int CLIENTS = 16;
    private static final int WRITES = 1_000;

    @Test
    void everyAcknowledgedWriteIsInTheNextReadWithSixteenClients() throws Exception {
        List<String> products = atOnce(4, 4, () -> admin.addProduct(100_000));
        var customers = new ConcurrentLinkedQueue<>(atOnce(CLIENTS, CLIENTS, shop::customer));
        var written = new AtomicInteger();

        atOnce(CLIENTS, CLIENTS, () -> {
            User customer = customers.remove();
            int inCart = 0;
            for (int i = 0; written.getAndIncrement() < WRITES; i++) {
                String product = products.get(i % products.size());
                switch (i % 5) {
                    case 4 -> {
                        String order = customer.checkOut().expect(201).text("/id");
                        inCart = 0;
                        assertThat(customer.order(order).at("/id").asString()).isEqualTo(order);
                        assertThat(customer.get("/api/orders").expect(200).body())
                                .contains(order);
                    }
                    default -> {
                        customer.putInCart(product, 1).expect(200);
                        inCart++;
                    }
                }
                assertThat(customer.get("/api/cart")
                                .expect(200)
                                .json()
                                .at("/items")
                                .size())
                        .isEqualTo(inCart);
            }
            return customer;
        });
        assertThat(written.get()).isGreaterThanOrEqualTo(WRITES);
    }
}
